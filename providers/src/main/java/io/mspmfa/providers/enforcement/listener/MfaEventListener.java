// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.listener;

import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.compatibility.Readiness;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.DeviceWatch;
import io.mspmfa.providers.email.AddressWatch;
import io.mspmfa.providers.enforcement.audit.AdminActs;
import io.mspmfa.providers.enforcement.audit.PolicyWatch;
import io.mspmfa.providers.enforcement.audit.Trail;
import io.mspmfa.providers.enforcement.audit.UserActs;
import io.mspmfa.providers.enforcement.login.ConsentDoor;
import io.mspmfa.providers.enforcement.login.FirstLink;
import io.mspmfa.providers.enforcement.realms.ConsoleGuard;
import io.mspmfa.providers.enforcement.realms.Guard;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.realms.OutOfOrder;
import io.mspmfa.providers.enforcement.realms.PolicyGuard;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.notifications.LinkNotices;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.risk.FailedLogins;
import io.mspmfa.providers.risk.FinishedLogins;
import io.mspmfa.providers.roles.ResellerRoles;
import io.mspmfa.providers.tables.RemovedCredentials;
import io.mspmfa.providers.tables.VanishedUsers;
import io.mspmfa.providers.users.UserRecords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.RealmManager;

/** Observes what happens to realms and users, as far as enforcement depends on it. */
final class MfaEventListener implements EventListenerProvider {
    /**
     * Keycloak reports an unlock only if its own detection has locked the user, so other kinds of help count as well.
     */
    private static final List<Pattern> HELP_PATHS = List.of(
            Pattern.compile("attack-detection/brute-force/users/([^/]+)"),
            Pattern.compile("users/([^/]+)/reset-password"),
            Pattern.compile("users/([^/]+)/credentials/[^/]+"));

    private static final Pattern USER_PATH = Pattern.compile("users/([^/]+)");

    private final KeycloakSession session;
    private final Readiness readiness;

    MfaEventListener(KeycloakSession session, Readiness readiness) {
        this.session = session;
        this.readiness = readiness;
    }

    @Override
    public void onEvent(Event event) {
        if (!readiness.isInCharge()) {
            OutOfOrder.inspect(session, event);
            return;
        }
        new Trail(session).hearRegistration(event);
        FailedLogins.onEvent(session, event);
        FinishedLogins.onEvent(session, event);
        if (event.getDetails() == null) {
            return;
        }
        UserActs.onEvent(session, event);
        ConsentDoor.inspect(session, event);
        Notifications.onEvent(session, event);
        LinkNotices.onEvent(session, event);
        RemovedCredentials.onEvent(session, event);
        AddressWatch.onEvent(session, event);
        DeviceWatch.onEvent(session, event);
        if (event.getType() == EventType.LOGIN) {
            PolicyWatch.look(session, session.realms().getRealm(event.getRealmId()));
        }
        if (event.getType() == EventType.LOGIN && event.getDetails().containsKey(EventDetails.METHOD)) {
            challengePassed(event);
        } else if (event.getType() == EventType.IMPERSONATE) {
            impersonated(event);
        } else if (event.getType() == EventType.FEDERATED_IDENTITY_LINK) {
            FirstLink.made(session, event);
        }
    }

    /** A complete login with a second factor ends the sequence of failures (R24). */
    private void challengePassed(Event event) {
        Attempts.forget(session, event.getRealmId(), event.getUserId());
        UserRecords.challenged(
                session,
                event.getRealmId(),
                event.getUserId(),
                event.getDetails().getOrDefault(Details.USERNAME, ""),
                event.getDetails().getOrDefault(EventDetails.METHOD, ""));
    }

    /**
     * An administrator of {@code master} may impersonate users; there is no login in which the login check could settle
     * this.
     */
    private void impersonated(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        boolean byMaster = master.getName().equals(event.getDetails().get(Details.IMPERSONATOR_REALM));
        UserSessionModel userSession = session.sessions().getUserSession(realm, event.getSessionId());
        if (byMaster && userSession != null && RealmPolicies.isManaged(realm)) {
            new SessionProofs(session, realm)
                    .settle(userSession, new Proof.ByImpersonation(master.getName(), ServerTime.seconds()));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (isNewRealm(event)) {
            ResellerRoles.grantToCreator(session, event); // from the creator's realm; its path names the new one
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null) {
            return; // deleted by the reported change
        }
        if (event.getResourceType() == ResourceType.REQUIRED_ACTION) {
            new Guard(session).inspect(realm, event);
        } else if (event.getResourceType() == ResourceType.REALM) {
            PolicyWatch.look(session, realm);
            ManagedRealms.align(realm); // may add a policy, but can't damage required actions
        }
        ConsoleGuard.inspect(session, realm, event);
        if (RealmPolicies.isManaged(realm)) {
            onEventOfManagedRealm(realm, event);
        }
    }

    private void onEventOfManagedRealm(RealmModel realm, AdminEvent event) {
        new PolicyGuard(session).inspect(realm, event);
        AdminActs.onEvent(session, realm, event);
        Notifications.onAdminEvent(session, event);
        LinkNotices.onAdminEvent(session, realm, event);
        RemovedCredentials.onAdminEvent(session, event);
        AddressWatch.onAdminEvent(session, realm, event);
        DeviceWatch.onAdminEvent(session, realm, event);
        writtenUser(event).ifPresent(new UserRecords(session, realm)::written);
        unlockedUser(event).ifPresent(userId -> {
            Attempts.forget(session, event.getRealmId(), userId);
            UserRecords.unlocked(session, event.getRealmId(), userId);
        });
        if (event.getResourceType() == ResourceType.COMPONENT && event.getOperationType() == OperationType.DELETE) {
            VanishedUsers.forget(session, event.getRealmId());
        }
        new Trail(session).hear(realm, event, new Guard(session).isByTenant(event));
    }

    /** The user whom an administrator created or imported; an import that overwrites a user reports an update. */
    private static Optional<String> writtenUser(AdminEvent event) {
        boolean written =
                event.getOperationType() == OperationType.CREATE || event.getOperationType() == OperationType.UPDATE;
        return Optional.ofNullable(event.getResourcePath())
                .filter(path -> written)
                .map(USER_PATH::matcher)
                .filter(Matcher::matches)
                .map(path -> path.group(1));
    }

    /**
     * A partial import also reports each of its parts as a realm, but with a path (RealmAdminResource.partialImport).
     */
    private static boolean isNewRealm(AdminEvent event) {
        String path = event.getResourcePath();
        return event.getResourceType() == ResourceType.REALM
                && event.getOperationType() == OperationType.CREATE
                && path != null
                && !path.contains("/");
    }

    /**
     * The user whom an administrator helped to get back in, by unlocking, by setting a new password or by removing a
     * lost factor.
     */
    private static Optional<String> unlockedUser(AdminEvent event) {
        String path = event.getResourcePath();
        return path == null
                ? Optional.empty()
                : HELP_PATHS.stream()
                        .map(help -> help.matcher(path))
                        .filter(Matcher::matches)
                        .map(help -> help.group(1))
                        .findFirst();
    }

    @Override
    public void close() {}
}
