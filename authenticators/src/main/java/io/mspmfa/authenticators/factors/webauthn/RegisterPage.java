// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.DeviceName;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.ids.EventDetails;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/**
 * The page on which a key is registered. In realms that let passkeys sign people in without a password, it offers to
 * create one of those, which is a second factor as well; elsewhere a key that is nothing but a second factor. A user who
 * has asked for one of the two gets that one.
 */
final class RegisterPage implements Conversation {
    private static final String KIND = "kind";

    private final Terms terms;
    private final Consumer<StepContext> proved;

    /**
     * @param proved continues when the key has been verified
     */
    RegisterPage(Terms terms, Consumer<StepContext> proved) {
        this.terms = terms;
        this.proved = proved;
    }

    @Override
    public void show(StepContext step) {
        step.show(page(step).render());
    }

    @Override
    public void answer(StepContext step) {
        String wanted = step.input(KIND);
        if (isChoice(step) && WebAuthnFactor.INSTANCE.credentialTypes().contains(wanted)) {
            new KeySetUpNotes(step).begin(wanted);
            show(step);
            return;
        }
        RegisterAnswer answer = RegisterAnswer.posted(step);
        Optional<String> objection = DeviceName.posted(step).objection(step.user(), type(step), Set.of());
        if (answer.isAbandoned()) {
            // the browser's prompt was closed, timed out, or found the key registered already
            step.show(page(step).problem("mspMfaKeyAbandoned").render());
        } else if (!answer.isComplete()) {
            show(step);
        } else if (objection.isPresent()) {
            step.show(page(step).error(DeviceName.FIELD, objection.get()).render());
        } else {
            verify(step);
        }
    }

    private void verify(StepContext step) {
        Optional<CredentialModel> key =
                new KeyRegistration(step, type(step)).verified().filter(verified -> !isKnown(step, verified));
        if (key.isPresent()) {
            new KeySetUpNotes(step).prove(key.get(), DeviceName.posted(step).text());
            proved.accept(step);
            return;
        }
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, type(step))
                .detail(EventDetails.METHOD, WebAuthnFactor.WORD)
                .error(Errors.INVALID_REGISTRATION);
        step.show(page(step).problem("mspMfaKeyRefused").render());
    }

    private static boolean isKnown(StepContext step, CredentialModel key) {
        return WebAuthnFactor.INSTANCE
                .usable(step.user())
                .anyMatch(stored -> KeyRequest.id(stored).equals(KeyRequest.id(key)));
    }

    private Page page(StepContext step) {
        String type = type(step);
        new KeySetUpNotes(step).begin(type);
        return terms.describe(step.page("msp-mfa-webauthn-setup.ftl"))
                .with("key", new KeyRegistration(step, type).request())
                .with("kind", type)
                .with("otherKind", isChoice(step) ? other(type) : null)
                .with("userLabel", DeviceName.posted(step).text());
    }

    private String type(StepContext step) {
        return terms.wish().type().orElseGet(() -> chosenType(step));
    }

    private String chosenType(StepContext step) {
        return isChoice(step)
                ? new KeySetUpNotes(step).type().orElse(WebAuthnFactor.PASSKEY)
                : WebAuthnFactor.SECURITY_KEY;
    }

    private static String other(String type) {
        return WebAuthnFactor.PASSKEY.equals(type) ? WebAuthnFactor.SECURITY_KEY : WebAuthnFactor.PASSKEY;
    }

    private boolean isChoice(StepContext step) {
        return terms.wish().type().isEmpty()
                && Boolean.TRUE.equals(
                        step.realm().getWebAuthnPolicyPasswordless().isPasskeysEnabled());
    }
}
