// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** A form that keeps what it is given, and is never rendered. */
final class UnseenForm extends FreeMarkerLoginFormsProvider {
    UnseenForm(KeycloakSession session) {
        super(session);
    }

    /** What it was given. */
    Map<String, Object> attributes() {
        return Map.copyOf(attributes);
    }

    @Override
    public Response createForm(String form) {
        return Response.noContent().build();
    }

    @Override
    public Response createWebAuthnErrorPage() {
        return Response.noContent().build();
    }
}
