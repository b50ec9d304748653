// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import org.keycloak.models.KeycloakSession;

/**
 * Finds the identity provider in Keycloak's note about a brokered login: {@code alias.id}, both of which may contain
 * dots.
 */
final class BrokerAlias {
    private BrokerAlias() {}

    /**
     * The longest prefix that is the alias of an identity provider, or everything before the first dot if there is
     * none; always suitable as the method of a proof.
     */
    static String in(KeycloakSession session, String brokered) {
        return word(find(session, brokered));
    }

    /** An alias as the method of a proof. */
    static String word(String alias) {
        return alias.replace('|', '_');
    }

    /** The same as Keycloak stores it. */
    static String find(KeycloakSession session, String brokered) {
        for (int dot = brokered.lastIndexOf('.'); dot > 0; dot = brokered.lastIndexOf('.', dot - 1)) {
            String alias = brokered.substring(0, dot);
            if (session.identityProviders().getByAlias(alias) != null) {
                return alias;
            }
        }
        return brokered.split("\\.", 2)[0];
    }
}
