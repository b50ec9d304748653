// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.ids.EventDetails;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** What a browser posted from the page that asks for a key. */
final class KeyAnswer {
    private static final List<String> FIELDS = List.of(
            WebAuthnConstants.CREDENTIAL_ID,
            WebAuthnConstants.CLIENT_DATA_JSON,
            WebAuthnConstants.AUTHENTICATOR_DATA,
            WebAuthnConstants.SIGNATURE);

    private final StepContext step;
    private final MultivaluedMap<String, String> form;

    private KeyAnswer(StepContext step, MultivaluedMap<String, String> form) {
        this.step = step;
        this.form = form;
    }

    static KeyAnswer posted(StepContext step) {
        return new KeyAnswer(step, step.session().getContext().getHttpRequest().getDecodedFormParameters());
    }

    /** Whether the browser reports that it got no response from a key. */
    boolean isAbandoned() {
        return !field(WebAuthnConstants.ERROR).isBlank();
    }

    /** Whether there is a response to verify, and a challenge that it may belong to. */
    boolean isComplete() {
        return !isAbandoned()
                && new WebAuthnNotes(step).isBegun()
                && FIELDS.stream().noneMatch(name -> field(name).isBlank());
    }

    /** Verifies it; if it is wrong, records this in the event log. */
    boolean isRight() {
        boolean readable = field(WebAuthnConstants.USER_HANDLE).matches("[\\w-]*")
                && FIELDS.stream().allMatch(name -> field(name).matches("[\\w-]+"));
        EventBuilder event = step.newEvent()
                .event(EventType.LOGIN)
                .user(step.user())
                .detail(EventDetails.METHOD, WebAuthnFactor.WORD);
        Optional<CredentialModel> key = readable ? key() : Optional.empty();
        if (key.isEmpty()) {
            event.error(Errors.INVALID_USER_CREDENTIALS);
            return false;
        }
        KeyContext context = new KeyContext(step, event);
        new KeyCheck(step.session(), key.get().getType()).action(context);
        return context.isPassed();
    }

    /** The user's key that the response claims to come from; its type decides which rules apply to the verification. */
    private Optional<CredentialModel> key() {
        return WebAuthnFactor.INSTANCE
                .usable(step.user())
                .filter(key -> KeyRequest.id(key).equals(field(WebAuthnConstants.CREDENTIAL_ID)))
                .findFirst();
    }

    private String field(String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
