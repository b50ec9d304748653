// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.codes.Sha256;
import io.mspmfa.core.devices.DeviceToken;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.utils.SecureContextResolver;

/**
 * The cookie of a trusted device: one for each user, so that several people can share a browser (R33, P9). Only the
 * cookie of this name is looked at, however many there are.
 */
final class DeviceCookie {
    private static final String PREFIX = "MSP_MFA_DEVICE_";
    private static final int NAME_BYTES = 16;

    /** How many people can trust one browser. With a hundred, its requests would be too long for Keycloak (P9). */
    private static final int MOST = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String name;

    DeviceCookie(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.name = PREFIX + HexFormat.of().formatHex(Sha256.of(realm.getId() + "." + user.getId()), 0, NAME_BYTES);
    }

    /** Whether the browser sent one, readable or not. */
    boolean isThere() {
        return cookie().isPresent();
    }

    /** The token that the browser sent; empty if there is none that can have come from here. */
    Optional<DeviceToken> token() {
        return cookie().map(Cookie::getValue).flatMap(DeviceToken::read);
    }

    private Optional<Cookie> cookie() {
        return Optional.ofNullable(cookies().get(name));
    }

    private Map<String, Cookie> cookies() {
        return session.getContext().getHttpRequest().getHttpHeaders().getCookies();
    }

    /** Takes others from the browser if it has too many, so that there is room for this one. Nobody can say which are old. */
    void makeRoom() {
        List<String> others = cookies().keySet().stream()
                .filter(other -> other.startsWith(PREFIX) && !other.equals(name))
                .toList();
        others.stream().limit(Math.max(0, others.size() - (MOST - 1))).forEach(other -> write(other, "", 0));
    }

    /** @param seconds for how long, which must not be longer than the policy allows */
    void set(DeviceToken token, long seconds) {
        write(name, token.text(), (int) Math.min(seconds, Integer.MAX_VALUE));
    }

    void expire() {
        write(name, "", 0);
    }

    private void write(String cookie, String value, int seconds) {
        String path = RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path("/")
                .build(realm.getName())
                .getRawPath();
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(cookie)
                        .value(value)
                        .path(path)
                        .maxAge(seconds)
                        .secure(SecureContextResolver.isSecureContext(session))
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }
}
