// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import io.mspmfa.providers.credentials.DeletedCredential;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.factors.spi.CredentialKind;
import io.mspmfa.providers.ids.EventDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Notifies users by e-mail about changes to their second factor (R32, R4).
 *
 * <p>E-mails are sent in the background after the request's transaction has committed: no login waits for a mail
 * server, or fails because of it. Only users of managed realms are notified, unless the realm's policy disables it.
 */
public final class Notifications {
    /** Followed by the user's id. One type is enough, since one e-mail is. */
    private static final String PLANTED = "msp.mfa.planted.";

    private static final Pattern USER_PATH = Pattern.compile("users/([^/]+)");

    private Notifications() {}

    /**
     * Notifies a user about one of their factors, once this request's transaction has committed.
     *
     * @param factor the type of the credential that was affected
     */
    public static void send(KeycloakSession session, RealmModel realm, UserModel user, Notice notice, String factor) {
        byUser(session, realm, user, notice, factor, 0);
    }

    /** Notifies a user about something that is not about a single factor. */
    public static void send(KeycloakSession session, RealmModel realm, UserModel user, Notice notice) {
        byUser(session, realm, user, notice, "", 0);
    }

    /**
     * Notifies a user that an administrator removed all factors, once this request's transaction has committed.
     *
     * @param unlinked the aliases of the identity providers whose accounts are no longer linked
     */
    public static void factorsReset(KeycloakSession session, RealmModel realm, UserModel user, List<String> unlinked) {
        LinkNotices.send(session, realm, user, Notice.FACTORS_RESET, unlinked, Origin.anAdministrator());
    }

    /**
     * Notifies a user who has just used a backup code that few are left.
     *
     * @param left how many
     */
    public static void backupCodesLow(KeycloakSession session, RealmModel realm, UserModel user, int left) {
        byUser(session, realm, user, Notice.BACKUP_CODES_LOW, BackupCodesCredentialModel.TYPE, left);
    }

    /**
     * Notifies a user about a factor that they set up or removed on Keycloak's own pages; not about another name or order,
     * which protects the account as before.
     */
    public static void onEvent(KeycloakSession session, Event event) {
        String type = detail(event.getDetails(), Details.CREDENTIAL_TYPE);
        boolean added = event.getType() == EventType.UPDATE_CREDENTIAL;
        boolean removed = event.getType() == EventType.REMOVE_CREDENTIAL;
        boolean builtIn =
                SecondFactors.kindOf(type).filter(CredentialKind::isBuiltIn).isPresent();
        boolean isChange = !detail(event.getDetails(), EventDetails.CHANGE).isEmpty();
        if (!builtIn || isChange || !(added || removed) || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, event.getUserId());
        if (realm != null && user != null) {
            byUser(session, realm, user, added ? Notice.FACTOR_ADDED : Notice.FACTOR_REMOVED, type, 0);
        }
    }

    /**
     * Records that something was stored other than through our pages; {@link #onAdminEvent} knows whether an
     * administrator did it.
     *
     * @param type of the credential
     */
    public static void onPlanted(KeycloakSession session, UserModel user, String type) {
        session.setAttribute(PLANTED + user.getId(), type);
    }

    /** The type of a credential that was stored for a user in this request, other than through our pages. */
    public static Optional<String> planted(KeycloakSession session, String userId) {
        return Optional.ofNullable(session.getAttribute(PLANTED + userId, String.class));
    }

    /**
     * Notifies a user whose factor an administrator deleted or planted through Keycloak's own admin console or REST
     * API.
     */
    public static void onAdminEvent(KeycloakSession session, AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Optional<DeletedCredential> deleted = DeletedCredential.of(event);
        Matcher written = USER_PATH.matcher(path);
        if (deleted.isPresent()) {
            String type = deleted.get().type(session, event);
            if (SecondFactors.kindOf(type).isPresent()) {
                byAdministrator(session, event, deleted.get().userId(), Notice.FACTOR_REMOVED, type);
            }
        } else if (event.getOperationType() == OperationType.UPDATE && written.matches()) {
            planted(session, written.group(1))
                    .ifPresent(
                            planted -> byAdministrator(session, event, written.group(1), Notice.FACTOR_ADDED, planted));
        }
    }

    private static void byUser(
            KeycloakSession session, RealmModel realm, UserModel user, Notice notice, String factor, int codesLeft) {
        if (Recipients.include(realm, user)) {
            Origin origin = Origin.theUser(session, user);
            Outbox.of(session).add(Letter.of(realm, user, notice, factor, codesLeft, origin));
        }
    }

    private static void byAdministrator(
            KeycloakSession session, AdminEvent event, String userId, Notice notice, String factor) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, userId);
        if (realm != null && user != null) {
            byAdministrator(session, realm, user, notice, factor);
        }
    }

    private static void byAdministrator(
            KeycloakSession session, RealmModel realm, UserModel user, Notice notice, String factor) {
        if (Recipients.include(realm, user)) {
            Outbox.of(session).add(Letter.of(realm, user, notice, factor, 0, Origin.anAdministrator()));
        }
    }

    private static String detail(Map<String, String> details, String name) {
        return details == null ? "" : details.getOrDefault(name, "");
    }
}
