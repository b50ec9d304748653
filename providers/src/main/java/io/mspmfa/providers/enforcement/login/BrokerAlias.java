// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import org.keycloak.models.KeycloakSession;

/** Finds the identity provider in what Keycloak's broker notes of a login: {@code alias.id}, both of which may hold dots. */
final class BrokerAlias {
    private BrokerAlias() {}

    /**
     * The longest beginning that is the alias of an identity provider, all before the first dot where none is; fit to be
     * the method of a proof.
     */
    static String in(KeycloakSession session, String brokered) {
        return find(session, brokered).replace('|', '_');
    }

    private static String find(KeycloakSession session, String brokered) {
        for (int dot = brokered.lastIndexOf('.'); dot > 0; dot = brokered.lastIndexOf('.', dot - 1)) {
            String alias = brokered.substring(0, dot);
            if (session.identityProviders().getByAlias(alias) != null) {
                return alias;
            }
        }
        return brokered.split("\\.", 2)[0];
    }
}
