// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.links;

import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;

/**
 * Creates enrolment links and keeps track of which are open. A user has at most one: a newer link replaces the older
 * one. The server stores only its id, until it is used, revoked or expired.
 */
public final class EnrolmentLinks {
    /** The shortest lifetime of a link, in seconds. */
    public static final int MIN_SECONDS = 60;

    /** The longest lifetime of a link, in seconds. */
    public static final int MAX_SECONDS = 600;

    /** Marks a user session that came from a link, which should not exist. The gate refuses it. */
    public static final String SESSION_NOTE = "msp.mfa.link";

    private static final int ID_BYTES = 20;
    private static final String ID = "id";

    private EnrolmentLinks() {}

    /**
     * A new link. Its address is a secret: anyone who has it can enrol.
     *
     * @param url can be opened in any browser
     * @param expiresAtEpochSeconds when the link expires
     */
    public record Link(URI url, long expiresAtEpochSeconds) {
        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return "Link until " + expiresAtEpochSeconds;
        }
    }

    /**
     * Creates a link for a user, which replaces an older one even if the request fails. The user should have no factor,
     * since a link doesn't enrol anyone who has one.
     *
     * @param realm must be the realm of the session's context, whose keys sign the link
     * @param ttlSeconds the lifetime, {@value #MIN_SECONDS} to {@value #MAX_SECONDS}
     */
    public static Link create(KeycloakSession session, RealmModel realm, UserModel user, int ttlSeconds) {
        if (ttlSeconds < MIN_SECONDS || ttlSeconds > MAX_SECONDS) {
            throw new IllegalArgumentException("A link lives " + MIN_SECONDS + " to " + MAX_SECONDS + " seconds");
        }
        String id = SecretGenerator.getInstance().randomBytesHex(ID_BYTES);
        long expiresAt = ServerTime.seconds() + ttlSeconds;
        EnrolmentLinkToken token = new EnrolmentLinkToken(user.getId(), id, expiresAt);
        String key = token.serialize(session, realm, session.getContext().getUri());
        SharedStore.of(session).put(keyOf(realm, user.getId()), ttlSeconds, Map.of(ID, id));
        URI url = LoginActionsService.actionTokenProcessor(session.getContext().getUri())
                .queryParam(Constants.KEY, key)
                .build(realm.getName());
        return new Link(url, expiresAt);
    }

    /** Whether a link has not been used, replaced or revoked, and has not expired. */
    public static boolean isOpen(KeycloakSession session, RealmModel realm, String userId, String id) {
        return isIt(SharedStore.of(session).get(keyOf(realm, userId)), id);
    }

    /** Uses a link up; true for one caller only, however many try at once on however many nodes. */
    public static boolean claim(KeycloakSession session, RealmModel realm, String userId, String id) {
        return isOpen(session, realm, userId, id)
                && isIt(SharedStore.of(session).remove(keyOf(realm, userId)), id);
    }

    /** Revokes a user's link, if there is one. */
    public static void revoke(KeycloakSession session, RealmModel realm, UserModel user) {
        SharedStore.of(session).remove(keyOf(realm, user.getId()));
    }

    private static boolean isIt(@Nullable Map<String, String> entry, String id) {
        return entry != null && id.equals(entry.get(ID));
    }

    private static String keyOf(RealmModel realm, String userId) {
        return "msp.mfa.link." + realm.getId() + "." + userId;
    }
}
