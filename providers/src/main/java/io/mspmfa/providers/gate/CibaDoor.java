// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.gate;

import io.mspmfa.providers.enforcement.login.UserDebt;
import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.ciba.resolvers.CIBALoginUserResolver;
import org.keycloak.protocol.oidc.grants.ciba.resolvers.DefaultCIBALoginUserResolver;
import org.keycloak.protocol.oidc.grants.ciba.resolvers.DefaultCIBALoginUserResolverFactory;
import org.keycloak.services.ErrorResponseException;

/**
 * Refuses client-initiated backchannel authentication (CIBA) at the client's request for users who owe a factor: Keycloak
 * never asks for required actions there, so the gate would refuse the token after the user has approved. If another
 * extension has taken this place, that is what happens.
 */
public final class CibaDoor extends DefaultCIBALoginUserResolverFactory implements BuiltInOverride {
    @Override
    public CIBALoginUserResolver create(KeycloakSession session) {
        return new Resolver(session);
    }

    @Override
    public int order() {
        return ORDER;
    }

    private static final class Resolver extends DefaultCIBALoginUserResolver {
        private final KeycloakSession session;

        Resolver(KeycloakSession session) {
            super(session);
            this.session = session;
        }

        @Override
        public @Nullable UserModel getUserFromLoginHint(String loginHint) {
            UserModel user = super.getUserFromLoginHint(loginHint);
            RealmModel realm = session.getContext().getRealm();
            if (user != null && RealmPolicies.isManaged(realm) && new UserDebt(session, realm, user).isOwing()) {
                Gate.record(
                        session,
                        OAuth2Constants.CIBA_GRANT_TYPE,
                        Gate.CLOSED,
                        event -> event.client(session.getContext().getClient()).user(user));
                throw new ErrorResponseException(
                        OAuthErrorException.ACCESS_DENIED, Gate.CLOSED, Response.Status.FORBIDDEN);
            }
            return user;
        }
    }
}
