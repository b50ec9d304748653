// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * One call of the admin REST API.
 *
 * @param session Keycloak's session of the request
 * @param realm the realm in the address
 * @param auth what Keycloak knows about the caller
 */
public record AdminCall(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    /** The path below the realm. */
    public static final String ROOT = "msp-mfa";

    /** The caller, and what the caller may do in the realm. */
    public Caller caller() {
        return new Caller(session, realm, auth);
    }

    /**
     * The parameters of this call's query.
     *
     * @param names the ones that the call has; any other is refused with 400
     */
    public Query query(String... names) {
        return new Query(session.getContext().getUri().getQueryParameters(), Set.of(names));
    }

    /** A parameter as it was sent, for what has to be known before anything is refused; null if it is missing. */
    public @Nullable String parameter(String name) {
        return session.getContext().getUri().getQueryParameters().getFirst(name);
    }

    /** Refuses any parameter. */
    public void requireNoQuery() {
        query();
    }

    /** Where the changes made by this call are recorded. */
    public AdminTrail trail() {
        return new AdminTrail(session, auth.adminAuth(), session.getContext().getConnection());
    }
}
