// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.cookies;

import io.mspmfa.core.codes.Sha256;
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
 * A cookie of one user of a realm, so that several people can share a browser (R33, P9). Only the cookie of this name is
 * looked at, however many there are. Not by Keycloak's CookieProvider, which knows Keycloak's own cookies only.
 */
public final class UserCookie {
    private static final int NAME_BYTES = 16;

    /** How many people a browser may know. With a hundred, its requests would be too long for Keycloak (P9). */
    private static final int MOST = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String prefix;
    private final String name;

    /** @param prefix what the name begins with; the rest is a hash of the user's id */
    public UserCookie(KeycloakSession session, RealmModel realm, UserModel user, String prefix) {
        this.session = session;
        this.realm = realm;
        this.prefix = prefix;
        this.name = prefix + HexFormat.of().formatHex(Sha256.of(realm.getId() + "." + user.getId()), 0, NAME_BYTES);
    }

    /** What the browser sent; empty if there is no such cookie. */
    public Optional<String> value() {
        return Optional.ofNullable(cookies().get(name)).map(Cookie::getValue);
    }

    private Map<String, Cookie> cookies() {
        return session.getContext().getHttpRequest().getHttpHeaders().getCookies();
    }

    /**
     * Sets it with the answer to this request. Takes others from a browser that has too many, of which nobody can say
     * which are old.
     */
    public void set(String value, long seconds) {
        List<String> others = cookies().keySet().stream()
                .filter(other -> other.startsWith(prefix) && !other.equals(name))
                .toList();
        others.stream().limit(Math.max(0, others.size() - (MOST - 1))).forEach(other -> write(other, "", 0));
        write(name, value, (int) Math.min(seconds, Integer.MAX_VALUE));
    }

    /** Takes it from the browser. */
    public void expire() {
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
