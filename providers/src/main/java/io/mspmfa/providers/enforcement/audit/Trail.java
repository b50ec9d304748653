// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.providers.policy.RealmPolicies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/**
 * Reports to the reseller, in the admin events of {@code master}, what was done in a tenant's realm: no extension can
 * prevent that its administrators give someone access to an account or a way around a second factor. Reports who did what
 * and where, without the content.
 */
public final class Trail {
    /** The resource type of all admin events of this extension. */
    public static final String RESOURCE_TYPE = "MSP_MFA";

    private static final String POLICY = "msp-mfa/policy";

    private static final Map<EventType, OperationType> REGISTRATIONS = Map.of(
            EventType.CLIENT_REGISTER, OperationType.CREATE,
            EventType.CLIENT_UPDATE, OperationType.UPDATE,
            EventType.CLIENT_DELETE, OperationType.DELETE);

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public Trail(KeycloakSession session) {
        this.session = session;
    }

    /** The path in {@code master}'s events for a path in a tenant's events. */
    public static String pathInMaster(RealmModel tenant, String path) {
        return "tenants/" + tenant.getName() + "/" + path;
    }

    /**
     * An administrator did something in a realm.
     *
     * @param tenant a managed realm
     * @param byTenant whether it was one of the realm itself, rather than of {@code master}
     */
    public void hear(RealmModel tenant, AdminEvent event, boolean byTenant) {
        RequestReport report = RequestReport.of(session, tenant);
        report.by(event.getAuthDetails(), byTenant);
        // changes to the realm's own settings have no path
        String path = event.getResourcePath() == null ? "realm" : event.getResourcePath();
        boolean isOurs = RESOURCE_TYPE.equals(event.getResourceTypeAsString()); // recorded in master already
        if (byTenant && !isOurs && !Harmless.is(event) && report.isOneOfFew(path, event.getOperationType())) {
            RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
            AdminEvent told = new AdminEvent(event);
            told.setId(UUID.randomUUID().toString());
            told.setRealmId(master.getId());
            told.setRealmName(master.getName());
            told.setResourceTypeAsString(RESOURCE_TYPE);
            told.setResourcePath(pathInMaster(tenant, path));
            told.setRepresentation(null);
            emit(master, told, false);
        }
    }

    /**
     * An application registered itself, or changed or removed its registration (RFC 7591): no administrator takes part, and
     * Keycloak reports it as a user event.
     */
    public void hearRegistration(Event event) {
        OperationType operation = REGISTRATIONS.get(event.getType());
        RealmModel tenant = operation == null ? null : session.realms().getRealm(event.getRealmId());
        if (operation != null && tenant != null && RealmPolicies.isManaged(tenant)) {
            AuthDetails caller = new AuthDetails();
            caller.setRealmId(tenant.getId());
            caller.setRealmName(tenant.getName());
            caller.setUserId(event.getUserId());
            caller.setIpAddress(event.getIpAddress());
            tell(tenant, caller, operation, "clients-registrations/" + event.getClientId(), Map.of());
        }
    }

    /** Tells in {@code master} what happened in a realm, without any content. */
    void tell(RealmModel tenant, AuthDetails actor, OperationType operation, String path, Map<String, String> details) {
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        AdminEvent told = event(master, operation, pathInMaster(tenant, path));
        told.setAuthDetails(actor);
        Map<String, String> all = new HashMap<>(details);
        all.put("realm", tenant.getName());
        told.setDetails(all);
        emit(master, told, false);
    }

    /**
     * Records in realm and {@code master} that the realm's own policy became another one, by nobody knows whom.
     *
     * @param policy the policy as JSON; null if there is none that can be read
     */
    void tellPolicy(RealmModel tenant, OperationType operation, @Nullable String policy) {
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        for (RealmModel log : master.getId().equals(tenant.getId()) ? List.of(tenant) : List.of(tenant, master)) {
            String path = log.getId().equals(tenant.getId()) ? POLICY : pathInMaster(tenant, POLICY);
            AdminEvent told = event(log, operation, path);
            told.setAuthDetails(new AuthDetails());
            told.setDetails(Map.of("realm", tenant.getName()));
            told.setRepresentation("{\"after\":" + policy + "}");
            emit(log, told, log.isAdminEventsDetailsEnabled());
        }
    }

    private static AdminEvent event(RealmModel log, OperationType operation, String path) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(Time.currentTimeMillis());
        event.setRealmId(log.getId());
        event.setRealmName(log.getName());
        event.setResourceTypeAsString(RESOURCE_TYPE);
        event.setOperationType(operation);
        event.setResourcePath(path);
        return event;
    }

    private void emit(RealmModel log, AdminEvent told, boolean withRepresentation) {
        if (log.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(told, withRepresentation);
        }
        log.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(listener -> listener != null)
                .forEach(listener -> listener.onEvent(told, withRepresentation));
    }
}
