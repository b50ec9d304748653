// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import io.mspmfa.providers.consoleclient.ConsoleClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * Where the console of a realm is: on the server's admin address, as the REST API that it calls. Its login is on the
 * frontend address, which may be another one.
 *
 * @param realm whose console it is
 * @param admin the admin address, with the server's context path and without a slash at the end
 * @param frontend the frontend address, likewise
 */
record ConsoleAddress(RealmModel realm, String admin, String frontend) {
    static ConsoleAddress of(KeycloakSession session) {
        return new ConsoleAddress(
                session.getContext().getRealm(), base(session, UrlType.ADMIN), base(session, UrlType.FRONTEND));
    }

    private static String base(KeycloakSession session, UrlType type) {
        String base = session.getContext().getUri(type).getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The page, exactly as the client's redirect URI says. */
    URI page() {
        return URI.create(admin + ConsoleClient.path(realm));
    }

    /** The frontend's origin, if the page has to call it across origins; otherwise null. */
    @Nullable String foreignOrigin() {
        String origin = UriUtils.getOrigin(frontend);
        return origin.equals(UriUtils.getOrigin(admin)) ? null : origin;
    }

    /**
     * Whether a request came to the frontend address though the page is elsewhere. A request to any other host is taken as
     * one to the admin address: behind a proxy that replaces the host, nothing else could ever be reached.
     *
     * @param requested the address as the server got it
     */
    boolean isElsewhere(URI requested) {
        String asked = requested.getAuthority();
        return foreignOrigin() != null
                && URI.create(frontend).getAuthority().equals(asked)
                && !URI.create(admin).getAuthority().equals(asked);
    }
}
