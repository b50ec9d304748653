// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * One call of the admin REST API.
 *
 * @param session Keycloak's session of the request
 * @param realm the realm in the address
 * @param auth what Keycloak knows about the caller
 * @param parameters of the query, as they were sent
 */
public record AdminCall(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        MultivaluedMap<String, String> parameters) {
    /** The path below the realm. */
    public static final String ROOT = "msp-mfa";

    /** A call with the query of the request. */
    public AdminCall(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this(session, realm, auth, session.getContext().getUri().getQueryParameters());
    }

    /**
     * This call in another session, for work that has a transaction of its own, with the rights that its caller has by now.
     *
     * @throws NotFoundException if the realm has been deleted
     * @throws ForbiddenException if the caller has been
     */
    public AdminCall in(KeycloakSession other) {
        AdminAuth known = auth.adminAuth();
        RealmModel there = other.realms().getRealm(realm.getId());
        RealmModel home = other.realms().getRealm(known.getRealm().getId());
        if (there == null || home == null) {
            throw new NotFoundException();
        }
        other.getContext().setRealm(home); // in which Keycloak's caches look for organisations of its users
        UserModel user = other.users().getUserById(home, known.getUser().getId());
        ClientModel client =
                other.clients().getClientById(home, known.getClient().getId());
        if (user == null || !user.isEnabled() || client == null) {
            throw new ForbiddenException();
        }
        // by which Keycloak finds the caller, where it judges whom a query may return
        other.getContext().setBearerToken(known.getToken());
        other.getContext().setRealm(there);
        AdminAuth again = new AdminAuth(home, known.getToken(), user, client);
        AdminPermissionEvaluator rights = AdminPermissions.evaluator(other, there, again);
        return new AdminCall(other, there, ConsoleScope.on(other, there, rights), parameters);
    }

    /** This call with another query. */
    public AdminCall with(MultivaluedMap<String, String> query) {
        return new AdminCall(session, realm, auth, query);
    }

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
        return new Query(parameters, Set.of(names));
    }

    /** A parameter as it was sent, for what has to be known before anything is refused; null if it is missing. */
    public @Nullable String parameter(String name) {
        return parameters.getFirst(name);
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
