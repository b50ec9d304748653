// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.mails;

import jakarta.enterprise.context.ContextNotActiveException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Our server's address as users know it, for what a mail shows from there. Only a request tells it. */
public final class MailBase {
    /** The attribute of a mail that was caused by a request, and is written without one. */
    private static final String ATTRIBUTE = "mspBase";

    private MailBase() {}

    /** The address by which this request came; empty if there is none, such as in scheduled work. */
    public static Optional<URI> of(KeycloakSession session) {
        try {
            return Optional.ofNullable(session.getContext().getUri().getBaseUri());
        } catch (ContextNotActiveException e) {
            return Optional.empty(); // as in FreeMarkerEmailTemplateProvider.processTemplate
        }
    }

    /** Hands the address over to the mail. */
    public static void put(Map<String, Object> attributes, URI base) {
        attributes.put(ATTRIBUTE, base);
    }

    /** The address that was handed over, or the one of this request. */
    public static Optional<URI> of(KeycloakSession session, Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof URI base ? Optional.of(base) : of(session);
    }
}
