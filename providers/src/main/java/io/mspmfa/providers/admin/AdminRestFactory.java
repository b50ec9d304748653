// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ConsoleScope;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.compatibility.Readiness;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Registers {@link AdminResource} at {@code /admin/realms/{realm}/msp-mfa}. */
public final class AdminRestFactory implements AdminRealmResourceProviderFactory {
    private static final AdminRealmResourceProvider PROVIDER = new AdminRest();

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return PROVIDER;
    }

    private static final class AdminRest implements AdminRealmResourceProvider {
        @Override
        public Object getResource(
                KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder events) {
            if (!Readiness.isInCharge(session)) {
                throw Problem.of(ErrorCode.OUT_OF_ORDER);
            }
            return new AdminResource(new AdminCall(session, realm, ConsoleScope.on(session, realm, auth)));
        }

        @Override
        public void close() {}
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return AdminCall.ROOT;
    }
}
