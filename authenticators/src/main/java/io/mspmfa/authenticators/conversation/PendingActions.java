// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.providers.log.LogText;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** A user's pending required actions, as far as we remove some of them. */
public final class PendingActions {
    private static final Logger LOG = Logger.getLogger(PendingActions.class);

    private PendingActions() {}

    /** Puts an action on a user, for the next login; writes nothing if it is pending, or if we can't write to the user. */
    public static void putOn(UserModel user, String action) {
        if (user.getRequiredActionsStream().anyMatch(action::equals)) {
            return;
        }
        try {
            user.addRequiredAction(action);
        } catch (ReadOnlyException e) {
            LOG.debugf(
                    "Required action %s can't be put on user %s, who is read-only",
                    LogText.of(action), LogText.of(user.getId()));
        }
    }

    /** Removes a pending action from a user; writes nothing if it isn't pending, or if we can't write to the user. */
    public static void takeOff(UserModel user, String action) {
        if (user.getRequiredActionsStream().noneMatch(action::equals)) {
            return;
        }
        try {
            user.removeRequiredAction(action);
        } catch (ReadOnlyException e) {
            // P30: the action runs for a user who owes nothing, and then ends by itself
            LOG.debugf(
                    "Required action %s stays on user %s, who is read-only",
                    LogText.of(action), LogText.of(user.getId()));
        }
    }
}
