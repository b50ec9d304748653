// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.risk.Network;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Set;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Counts logins that fail, in realms in which this may matter. */
public final class FailedLogins {
    private static final Set<String> GUESSES = Set.of(
            Errors.INVALID_USER_CREDENTIALS,
            Errors.USER_NOT_FOUND,
            Errors.USER_DISABLED,
            Errors.USER_TEMPORARILY_DISABLED);

    private FailedLogins() {}

    /** To be called with each user event. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (event.getType() != EventType.LOGIN_ERROR
                || event.getError() == null
                || !GUESSES.contains(event.getError())) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null && RealmPolicies.isManaged(realm) && mayBeAdaptive(realm)) {
            new Traffic(session, realm).failed(event.getUserId(), Network.of(Surroundings.address(session)));
        }
    }

    /** An organisation of the user may ask for more than the realm does. */
    private static boolean mayBeAdaptive(RealmModel realm) {
        Mode mode = RealmPolicies.of(realm).get(PolicyField.MODE);
        return mode == Mode.ADAPTIVE || (mode != Mode.REQUIRED && realm.isOrganizationsEnabled());
    }
}
