// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.SetUpEvent;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Sets up codes by e-mail: the first right code is all it takes (A38). */
final class EmailSetUp implements SetUp {
    @Override
    public String word() {
        return EmailFactor.WORD;
    }

    @Override
    public List<String> builtInActions() {
        return List.of();
    }

    /** An address whose credential can't be read may be proved again, which replaces it. */
    @Override
    public Optional<String> reasonAgainst(StepContext step) {
        EmailFactor factor = EmailFactor.INSTANCE;
        if (!factor.countsFor(step.user(), step.policy())) {
            return Optional.of("mspMfaMethodEmailAdministrator");
        }
        return obstacle(step).or(() -> factor.usable(step.user()).findAny().map(present -> "mspMfaMethodEmailPresent"));
    }

    /** Why no code can be sent to the user, as a message key; empty if it can. */
    static Optional<String> obstacle(StepContext step) {
        if (!EmailFactor.INSTANCE.canSend(step.realm())) {
            return Optional.of("mspMfaMethodEmailNoServer");
        }
        return EmailFactor.INSTANCE.verifiedAddress(step.user()).isPresent()
                ? Optional.empty()
                : Optional.of("mspMfaMethodEmailUnverified");
    }

    @Override
    public String proofWord() {
        return "code";
    }

    @Override
    public Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        return new AddressPage(terms, proved);
    }

    @Override
    public boolean isStarted(StepContext step) {
        return new EmailSetUpNotes(step).isStarted();
    }

    /** Of the address that the account has now: a code that went to another proves nothing. */
    @Override
    public boolean isProved(StepContext step) {
        return EmailFactor.INSTANCE
                .verifiedAddress(step.user())
                .filter(new EmailSetUpNotes(step)::isProved)
                .isPresent();
    }

    @Override
    public boolean isReplacement(StepContext step, Wish wish) {
        return false;
    }

    @Override
    public void store(StepContext step, Wish wish, @Nullable String by) {
        UserModel user = step.user();
        String address = EmailFactor.INSTANCE.verifiedAddress(user).orElseThrow();
        CredentialModel stored = EmailFactor.INSTANCE.store(user, address, TimeUnit.SECONDS.toMillis(step.now()));
        SetUpEvent.report(step, stored, by);
        Notifications.send(step.session(), step.realm(), user, Notice.FACTOR_ADDED, EmailFactor.TYPE);
    }

    @Override
    public void forget(StepContext step) {
        new EmailSetUpNotes(step).forget();
    }
}
