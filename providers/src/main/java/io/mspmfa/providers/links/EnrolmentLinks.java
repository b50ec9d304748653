// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.links;

import io.mspmfa.core.codes.Sha256;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.store.SharedStore;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Base64Url;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/**
 * Creates enrolment links and keeps track of which are open. A link's key is random, and says nothing (R27). The server
 * stores a hash of it, until the link expires: one entry under that hash says whose link it is, another, for each user,
 * which of the user's links is open. A user has at most one: a newer link replaces the older one.
 */
public final class EnrolmentLinks {
    /** The shortest lifetime of a link, in seconds. */
    public static final int MIN_SECONDS = 60;

    /** The longest lifetime of a link, in seconds. */
    public static final int MAX_SECONDS = 600;

    /** The path of a link below {@code /realms/{realm}/msp-mfa}. */
    public static final String PATH = "enrol";

    /** The parameter of the address that has the key. */
    public static final String KEY = "key";

    /** Marks a user session that came from a link, which should not exist. The gate refuses it. */
    public static final String SESSION_NOTE = "msp.mfa.link";

    /** 128 bits, of which R27 asks for at least 112. */
    private static final int KEY_BYTES = 16;

    private static final int ID_BYTES = 16;

    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final String USER = "user";
    private static final String ID = "id";
    private static final String UNTIL = "until";

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
     * A link that has been made, whether or not it is still open. Nothing in it is a secret.
     *
     * @param userId whom it was made for
     * @param id random, and unrelated to its key
     */
    public record Known(String userId, String id) {}

    /**
     * Creates a link for a user, which replaces an older one even if the request fails. The user should have no factor,
     * since a link doesn't enrol anyone who has one.
     *
     * @param realm must be the realm of the session's context, whose address the link gets
     * @param ttlSeconds the lifetime, {@value #MIN_SECONDS} to {@value #MAX_SECONDS}
     * @throws IllegalArgumentException if the lifetime is shorter or longer
     */
    public static Link create(KeycloakSession session, RealmModel realm, UserModel user, int ttlSeconds) {
        if (ttlSeconds < MIN_SECONDS || ttlSeconds > MAX_SECONDS) {
            throw new IllegalArgumentException("A link lives " + MIN_SECONDS + " to " + MAX_SECONDS + " seconds");
        }
        String key = Base64Url.encode(SecretGenerator.getInstance().randomBytes(KEY_BYTES));
        String id = SecretGenerator.getInstance().randomBytesHex(ID_BYTES);
        long expiresAt = ServerTime.seconds() + ttlSeconds;
        Map<String, String> open = Map.of(ID, id, UNTIL, Long.toString(expiresAt));
        SharedStore.of(session).inOneTransaction(objects -> {
            objects.put(entryOfKey(realm, key), ttlSeconds, Map.of(USER, user.getId(), ID, id));
            objects.put(entryOfUser(realm, user.getId()), ttlSeconds, open);
        });
        return new Link(address(session, realm, key), expiresAt);
    }

    private static URI address(KeycloakSession session, RealmModel realm, String key) {
        return Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path("{realm}/msp-mfa/" + PATH)
                .queryParam(KEY, key)
                .build(realm.getName());
    }

    /**
     * The link with a key. What can't be a key is not even looked up, and a wrong one costs one look into the store of
     * single-use objects: no statement, where Keycloak keeps that in its caches.
     *
     * @param key as it was sent; null if nothing was
     * @return empty if the realm has had no such link within its lifetime
     */
    public static Optional<Known> find(KeycloakSession session, RealmModel realm, @Nullable String key) {
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(SharedStore.of(session).get(entryOfKey(realm, key)))
                .map(entry -> new Known(entry.getOrDefault(USER, ""), entry.getOrDefault(ID, "")));
    }

    /** Whether a link has not been used, replaced or revoked, and has not expired. */
    public static boolean isOpen(KeycloakSession session, RealmModel realm, String userId, String id) {
        return isIt(SharedStore.of(session).get(entryOfUser(realm, userId)), id);
    }

    /** Uses a link up; true for one caller only, however many try at once on however many nodes. */
    public static boolean claim(KeycloakSession session, RealmModel realm, String userId, String id) {
        return isOpen(session, realm, userId, id)
                && isIt(SharedStore.of(session).remove(entryOfUser(realm, userId)), id);
    }

    /** Revokes a user's link, if there is one. */
    public static void revoke(KeycloakSession session, RealmModel realm, UserModel user) {
        SharedStore.of(session).remove(entryOfUser(realm, user.getId()));
    }

    /** The store forgets it in time by itself, but by a clock of its own. */
    private static boolean isIt(@Nullable Map<String, String> entry, String id) {
        return entry != null
                && id.equals(entry.get(ID))
                && ServerTime.seconds() < Long.parseLong(entry.getOrDefault(UNTIL, "0"));
    }

    /** With the realm, so that a key is worth nothing in another one. A plain hash will do, since keys can't be guessed. */
    private static String entryOfKey(RealmModel realm, String key) {
        return "msp.mfa.link.key." + Sha256.hex(realm.getId() + "." + key);
    }

    private static String entryOfUser(RealmModel realm, String userId) {
        return "msp.mfa.link." + realm.getId() + "." + userId;
    }
}
