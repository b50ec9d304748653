// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.headers;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Security headers that a tenant can't weaken: Keycloak's filter would replace them with those of the realm's settings
 * (DefaultSecurityHeadersProvider.addHeader), which the tenant writes.
 */
public final class OwnHeaders {
    /** Browsers ask each time. */
    public static final String NO_STORE = "no-store";

    /** For files that are named after their content: browsers keep them permanently. */
    public static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final Map<String, String> headers = new LinkedHashMap<>();

    private OwnHeaders(String policy, String cacheControl) {
        headers.put("Content-Security-Policy", policy);
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Robots-Tag", "none");
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }

    /**
     * For what other pages of this server may show in a frame.
     *
     * @param policy the Content-Security-Policy
     * @param cacheControl who may keep the response, and for how long
     */
    public static OwnHeaders of(String policy, String cacheControl) {
        return new OwnHeaders(policy, cacheControl);
    }

    /** For what nobody may frame, open or embed from elsewhere. */
    public OwnHeaders apart() {
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return this;
    }

    /** The response with these headers, and without Keycloak's. */
    public Response on(KeycloakSession session, ResponseBuilder response) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        headers.forEach((name, value) -> response.header(name, null).header(name, value));
        return response.build();
    }
}
