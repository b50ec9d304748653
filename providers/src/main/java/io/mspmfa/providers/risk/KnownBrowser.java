// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.codes.KeyedHash;
import io.mspmfa.providers.cookies.UserCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;

/**
 * The cookie by which a browser is recognised in which the user has passed a second factor: a random id, and a hash of it
 * that only the server can make. It proves nothing, and only counts while the user's history contains the id.
 */
final class KnownBrowser {
    private static final String PREFIX = "MSP_MFA_KNOWN_";
    private static final int ID_BYTES = 16;
    private static final Pattern TEXT = Pattern.compile("([\\w-]{22})\\.([\\w-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** As long as browsers keep a cookie; each login with a factor sets it again. */
    private static final long KEPT_SECONDS = TimeUnit.DAYS.toSeconds(400);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UserCookie cookie;

    KnownBrowser(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.cookie = new UserCookie(session, realm, user, PREFIX);
    }

    /** The id in the cookie; empty without a cookie that was made here for this user. */
    Optional<String> id() {
        return cookie.value()
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .filter(parts -> isGenuine(parts.group(1), parts.group(2)))
                .map(parts -> parts.group(1));
    }

    /**
     * Gives the browser its cookie, or the same one for longer.
     *
     * @return the id
     */
    String remember() {
        String id = id().orElseGet(KnownBrowser::newId);
        SecretKey key = session.keys()
                .getActiveKey(master(), KeyUse.SIG, Algorithm.HS512)
                .getSecretKey();
        cookie.set(id + "." + hash(key, id), KEPT_SECONDS);
        return id;
    }

    /** Also by a key that has been replaced and is still there. */
    private boolean isGenuine(String id, String hash) {
        return session.keys()
                .getKeysStream(master(), KeyUse.SIG, Algorithm.HS512)
                .map(KeyWrapper::getSecretKey)
                .anyMatch(key -> isSame(hash(key, id), hash));
    }

    private String hash(SecretKey key, String id) {
        return KeyedHash.of(key, List.of("msp-mfa-known", realm.getId(), user.getId(), id));
    }

    private static boolean isSame(String right, String shown) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private RealmModel master() {
        return new RealmManager(session).getKeycloakAdministrationRealm();
    }
}
