// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sms;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodePage;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.smscodes.SmsChannel;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.events.EventType;

/** The page of an enrolment that sends a code to the number and asks for it (A33, A34). */
final class NumberCodePage implements Conversation {
    private static final String PURPOSE = "enrolment";

    private final Terms terms;
    private final Consumer<StepContext> back;
    private final Consumer<StepContext> proved;

    /**
     * @param back returns to the number
     * @param proved continues when the code was right
     */
    NumberCodePage(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        this.terms = terms;
        this.back = back;
        this.proved = proved;
    }

    @Override
    public void show(StepContext step) {
        Optional<PhoneNumber> number = new SmsSetUpNotes(step).number();
        if (number.isPresent()) {
            page(step, number.get()).show();
        } else {
            back.accept(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        Optional<PhoneNumber> number = new SmsSetUpNotes(step).number();
        if (number.isEmpty() || step.isPressed("back")) {
            back.accept(step);
        } else {
            page(step, number.get()).answer(right -> finish(right, number.get()));
        }
    }

    /** Only the owner of a number learns that it belongs to an account. */
    private void finish(StepContext step, PhoneNumber number) {
        SmsSetUpNotes notes = new SmsSetUpNotes(step);
        if (SmsSetUp.isTaken(step, number)) {
            notes.refuse();
            back.accept(step);
        } else {
            notes.prove(number);
            proved.accept(step);
        }
    }

    private SentCodePage page(StepContext step, PhoneNumber number) {
        return new SentCodePage(
                step,
                SmsChannel.of(step.session()),
                number.e164(),
                PURPOSE + new SmsSetUpNotes(step).round(),
                EventType.UPDATE_CREDENTIAL,
                () -> describe(step, number));
    }

    private Page describe(StepContext step, PhoneNumber number) {
        return terms.describe(step.page("msp-mfa-sms.ftl")).with("sentTo", number.masked());
    }
}
