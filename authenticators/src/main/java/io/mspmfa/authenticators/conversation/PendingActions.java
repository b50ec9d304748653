// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** The required actions that wait for a user, as far as we take some off again. */
public final class PendingActions {
    private static final Logger LOG = Logger.getLogger(PendingActions.class);

    private PendingActions() {}

    /** Takes an action off a user; writes nothing where it does not wait, or where the user is not ours to write. */
    public static void takeOff(UserModel user, String action) {
        if (user.getRequiredActionsStream().noneMatch(action::equals)) {
            return;
        }
        try {
            user.removeRequiredAction(action);
        } catch (ReadOnlyException e) {
            // P30: the action meets a user who owes nothing, and ends by itself
            LOG.debugf("Required action %s stays on user %s, who is read-only", action, user.getId());
        }
    }
}
