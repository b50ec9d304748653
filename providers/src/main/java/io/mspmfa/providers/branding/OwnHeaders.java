// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

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
final class OwnHeaders {
    private OwnHeaders() {}

    /**
     * A response with these headers, and without Keycloak's.
     *
     * @param policy the Content-Security-Policy
     * @param cacheControl who may keep it, and for how long
     */
    static Response on(KeycloakSession session, ResponseBuilder response, String policy, String cacheControl) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy);
        headers.put("Cache-Control", cacheControl);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Robots-Tag", "none");
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.forEach((name, value) -> response.header(name, null).header(name, value));
        return response.build();
    }
}
