// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.keycloak.WebAuthnConstants;

/** What a browser posted from the page on which a key is registered. */
final class RegisterAnswer {
    private static final List<String> FIELDS = List.of(
            WebAuthnConstants.CLIENT_DATA_JSON,
            WebAuthnConstants.ATTESTATION_OBJECT,
            WebAuthnConstants.PUBLIC_KEY_CREDENTIAL_ID);

    /** What Keycloak's registration also reacts to, and our page doesn't contain. */
    private static final List<String> FOREIGN = List.of(WebAuthnConstants.IS_SET_RETRY, "logout-sessions");

    private final MultivaluedMap<String, String> form;

    private RegisterAnswer(MultivaluedMap<String, String> form) {
        this.form = form;
    }

    static RegisterAnswer posted(StepContext step) {
        return new RegisterAnswer(step.session().getContext().getHttpRequest().getDecodedFormParameters());
    }

    /** Whether the browser reports that it got no response from a key. */
    boolean isAbandoned() {
        return !field(WebAuthnConstants.ERROR).isBlank();
    }

    /** Whether there is a response to verify, in a form that Keycloak can decode. */
    boolean isComplete() {
        return FIELDS.stream().allMatch(name -> field(name).matches("[\\w-]+"))
                && field(WebAuthnConstants.TRANSPORTS).matches("[a-z,-]{0,100}")
                && field(WebAuthnConstants.AUTHENTICATOR_ATTACHMENT).matches("[a-z-]{0,20}")
                && FOREIGN.stream().noneMatch(form::containsKey);
    }

    private String field(String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
