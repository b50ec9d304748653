// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sms;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.SetUpEvent;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.phones.PhoneOwners;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;

/** Sets up codes by text message: a number, then a code that was sent to it. A user has one number. */
final class SmsSetUp implements SetUp {
    @Override
    public String word() {
        return SmsFactor.WORD;
    }

    @Override
    public List<String> builtInActions() {
        return List.of();
    }

    @Override
    public Optional<String> reasonAgainst(StepContext step) {
        return obstacle(step)
                .or(() -> step.policy().get(PolicyField.SMS_TYPES).isEmpty()
                        ? Optional.of("mspMfaMethodSmsNoNumbers")
                        : Optional.empty());
    }

    /** Why no code can be sent, as a message key; empty if it can. */
    static Optional<String> obstacle(StepContext step) {
        return SmsFactor.INSTANCE.canSend(step.session()) ? Optional.empty() : Optional.of("mspMfaMethodSmsNoGateway");
    }

    @Override
    public boolean hasPreparation(boolean codesLast) {
        return true;
    }

    @Override
    public String preparationWord() {
        return "number";
    }

    @Override
    public String proofWord() {
        return "code";
    }

    @Override
    public Conversation preparation(Terms terms, Consumer<StepContext> next) {
        return new NumberPage(terms, next);
    }

    @Override
    public Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        return new NumberCodePage(terms, back, proved);
    }

    @Override
    public boolean isStarted(StepContext step) {
        return new SmsSetUpNotes(step).isStarted();
    }

    @Override
    public boolean isProved(StepContext step) {
        return new SmsSetUpNotes(step).isProved();
    }

    /** A new number takes the place of the one before. */
    @Override
    public boolean isReplacement(StepContext step, Wish wish) {
        return SmsFactor.INSTANCE.isEnrolled(step.user());
    }

    @Override
    public Optional<String> replacedMessage() {
        return Optional.of("mspMfaNumberReplacedNow");
    }

    /** Whether another user has the number, and the policy gives it to one only. */
    static boolean isTaken(StepContext step, PhoneNumber number) {
        return isUnique(step) && owners(step).isTaken(step.user(), number);
    }

    @Override
    public boolean reserve(StepContext step) {
        boolean isReserved = !isUnique(step) || owners(step).reserve(step.user(), number(step));
        if (!isReserved) {
            new SmsSetUpNotes(step).refuse();
        }
        return isReserved;
    }

    @Override
    public void store(StepContext step, Wish wish, @Nullable String by) {
        Notice notice = isReplacement(step, wish) ? Notice.NUMBER_CHANGED : Notice.FACTOR_ADDED;
        CredentialModel stored = SmsFactor.INSTANCE.store(
                step.session(), step.realm(), step.user(), number(step), TimeUnit.SECONDS.toMillis(step.now()));
        SetUpEvent.report(step, stored, by);
        Notifications.send(step.session(), step.realm(), step.user(), notice, SmsFactor.TYPE);
    }

    private static boolean isUnique(StepContext step) {
        return step.policy().get(PolicyField.SMS_UNIQUE);
    }

    private static PhoneOwners owners(StepContext step) {
        return new PhoneOwners(step.session(), step.realm());
    }

    private static PhoneNumber number(StepContext step) {
        return new SmsSetUpNotes(step).number().orElseThrow();
    }

    @Override
    public void forget(StepContext step) {
        new SmsSetUpNotes(step).forget();
    }
}
