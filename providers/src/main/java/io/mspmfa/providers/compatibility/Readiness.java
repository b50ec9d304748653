// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import io.mspmfa.providers.ids.ActionIds;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** Known to the factory of our event listener: whether everything is in place that a managed realm relies on. */
public interface Readiness {
    /** Whether it is. Not before the start-up check has said so. */
    boolean isInCharge();

    /** Whether managed realms may let anyone in: not if the check has found anything missing, or hasn't run. */
    static boolean isInCharge(KeycloakSession session) {
        return session.getKeycloakSessionFactory()
                                .getProviderFactory(EventListenerProvider.class, ActionIds.LOGIN_CHECK)
                        instanceof Readiness readiness
                && readiness.isInCharge();
    }
}
