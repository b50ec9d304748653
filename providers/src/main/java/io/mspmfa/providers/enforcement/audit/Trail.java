// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/**
 * Reports to the reseller, in the admin events of {@code master}, what administrators of a tenant did that no extension
 * can prevent: actions that may give someone access to an account or a way around a second factor. Reports who did what
 * and where, without the content.
 */
public final class Trail {
    /** The resource type of all admin events of this extension. */
    public static final String RESOURCE_TYPE = "MSP_MFA";

    private static final String POLICY = "msp-mfa/policy";

    private static final Set<ResourceType> SETTINGS = Set.of(
            ResourceType.REALM,
            ResourceType.COMPONENT,
            ResourceType.IDENTITY_PROVIDER,
            ResourceType.IDENTITY_PROVIDER_MAPPER,
            ResourceType.REQUIRED_ACTION);

    private static final List<Pattern> ACTS = List.of(
            Pattern.compile("users/[^/]+"),
            Pattern.compile("users/[^/]+/reset-password"),
            Pattern.compile("users/[^/]+/credentials/.+"),
            Pattern.compile("users/[^/]+/disable-credential-types"),
            Pattern.compile("users/[^/]+/impersonation"),
            Pattern.compile("users/[^/]+/role-mappings/.+"),
            Pattern.compile("users/[^/]+/federated-identity/.+"),
            // these can give many users at once a role that the policy exempts
            Pattern.compile("users/[^/]+/groups/.+"),
            Pattern.compile("default-groups/.+"),
            Pattern.compile("groups/[^/]+/role-mappings/.+"),
            Pattern.compile("(clients/[^/]+/)?roles/[^/]+/composites"),
            Pattern.compile("roles-by-id/[^/]+/composites"));

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public Trail(KeycloakSession session) {
        this.session = session;
    }

    /** Whether an event is one that the reseller should see. */
    public static boolean isWorthTelling(AdminEvent event) {
        String path = event.getResourcePath();
        return SETTINGS.contains(event.getResourceType())
                || (path != null
                        && ACTS.stream().anyMatch(act -> act.matcher(path).matches()));
    }

    /** The path in {@code master}'s events for a path in a tenant's events. */
    public static String pathInMaster(RealmModel tenant, String path) {
        return "tenants/" + tenant.getName() + "/" + path;
    }

    /** Copies the event of a tenant's administrator to {@code master}. */
    public void tell(RealmModel tenant, AdminEvent event) {
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        AdminEvent told = new AdminEvent(event);
        told.setId(UUID.randomUUID().toString());
        told.setRealmId(master.getId());
        told.setRealmName(master.getName());
        told.setResourceTypeAsString(RESOURCE_TYPE);
        // changes to the realm's own settings have no path
        String path = event.getResourcePath() == null ? "realm" : event.getResourcePath();
        told.setResourcePath(pathInMaster(tenant, path));
        told.setRepresentation(null);
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
            AdminEvent told = new AdminEvent();
            told.setId(UUID.randomUUID().toString());
            told.setTime(Time.currentTimeMillis());
            told.setRealmId(log.getId());
            told.setRealmName(log.getName());
            told.setAuthDetails(new AuthDetails());
            told.setResourceTypeAsString(RESOURCE_TYPE);
            told.setOperationType(operation);
            told.setResourcePath(log.getId().equals(tenant.getId()) ? POLICY : pathInMaster(tenant, POLICY));
            told.setDetails(Map.of("realm", tenant.getName()));
            told.setRepresentation("{\"after\":" + policy + "}");
            emit(log, told, log.isAdminEventsDetailsEnabled());
        }
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
