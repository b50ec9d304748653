// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.WebAuthnPolicy;

/** Keycloak's verification of a key of either type, without its pages. */
final class KeyCheck extends WebAuthnAuthenticator {
    private final String credentialType;

    KeyCheck(KeycloakSession session, String credentialType) {
        super(session);
        this.credentialType = credentialType;
    }

    @Override
    protected String getCredentialType() {
        return credentialType;
    }

    @Override
    protected WebAuthnPolicy getWebAuthnPolicy(AuthenticationFlowContext context) {
        return KeyRequest.policyOf(context.getRealm(), credentialType);
    }

    /** Never shown, because our own page says what went wrong. */
    @Override
    protected Response createErrorResponse(AuthenticationFlowContext context, String errorCase) {
        return Response.noContent().build();
    }
}
