// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.webauthn.HeldKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.credential.CredentialModel;

/** Keycloak's own registration of a key, without its pages, and without storing the key. */
final class KeyRegistration {
    private final StepContext step;
    private final RequiredActionProvider builtIn;

    /**
     * @param type the type of credential, which decides which of the realm's rules apply
     */
    KeyRegistration(StepContext step, String type) {
        this.step = step;
        WebAuthnRegisterFactory factory = WebAuthnFactor.PASSKEY.equals(type)
                ? new WebAuthnPasswordlessRegisterFactory()
                : new WebAuthnRegisterFactory();
        this.builtIn = factory.create(step.session());
    }

    /** The request for the browser to pass to a key, with a new challenge, which replaces the previous one. */
    Map<String, Object> request() {
        RegistrationContext context = new RegistrationContext(step);
        builtIn.requiredActionChallenge(context);
        Map<String, Object> request = new HashMap<>(context.attributes());
        // so that nobody registers a key twice and takes it for a spare one
        request.put(
                WebAuthnConstants.EXCLUDE_CREDENTIAL_IDS,
                WebAuthnFactor.INSTANCE.usable(step.user()).map(KeyRequest::id).collect(Collectors.joining(",")));
        return request;
    }

    /** The key that was posted; empty if it doesn't follow the rules, or doesn't answer the latest request. */
    Optional<CredentialModel> verified() {
        return HeldKey.of(step.session(), () -> builtIn.processAction(new RegistrationContext(step)));
    }
}
