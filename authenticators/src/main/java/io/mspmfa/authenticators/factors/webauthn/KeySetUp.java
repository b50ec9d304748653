// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.DeviceName;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.SetUpEvent;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.SecureContextResolver;

/** Sets up a security key or passkey, which is always added to those that the user has. */
final class KeySetUp implements SetUp {
    @Override
    public String word() {
        return WebAuthnFactor.WORD;
    }

    @Override
    public List<String> builtInActions() {
        return WebAuthnFactor.INSTANCE.setUpActions();
    }

    /** A passkey is a security key as well, but not the other way round. */
    @Override
    public List<String> completedActions(StepContext step) {
        boolean isPasskey = new KeySetUpNotes(step)
                .key()
                .filter(key -> WebAuthnFactor.PASSKEY.equals(key.type()))
                .isPresent();
        return isPasskey ? builtInActions() : List.of(WebAuthnFactor.REGISTER_SECURITY_KEY);
    }

    /** Browsers offer keys on pages that came over HTTPS only (W3C Secure Contexts). */
    @Override
    public Optional<String> reasonAgainst(StepContext step) {
        if (!WebAuthnFactor.INSTANCE.isAvailable()) {
            return Optional.of("mspMfaMethodWebauthnOff");
        }
        return SecureContextResolver.isSecureContext(step.session())
                ? Optional.empty()
                : Optional.of("mspMfaMethodWebauthnInsecure");
    }

    @Override
    public String proofWord() {
        return "key";
    }

    @Override
    public Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        return new RegisterPage(terms, proved);
    }

    @Override
    public boolean isStarted(StepContext step) {
        return new KeySetUpNotes(step).type().isPresent();
    }

    @Override
    public boolean isProved(StepContext step) {
        return new KeySetUpNotes(step).key().isPresent();
    }

    @Override
    public boolean isReplacement(StepContext step, Wish wish) {
        return false;
    }

    @Override
    public void store(StepContext step, Wish wish, @Nullable String by) {
        UserModel user = step.user();
        KeySetUpNotes.Key key = new KeySetUpNotes(step).key().orElseThrow();
        String label = new DeviceName(key.label()).free(user, key.type());
        CredentialModel stored =
                WebAuthnFactor.INSTANCE.add(user, key.toCredential(label, TimeUnit.SECONDS.toMillis(step.now())));
        // our event listener tells the owner, as it does of keys from Keycloak's own pages
        SetUpEvent.report(step, stored, by);
    }

    @Override
    public void forget(StepContext step) {
        new KeySetUpNotes(step).forget();
    }
}
