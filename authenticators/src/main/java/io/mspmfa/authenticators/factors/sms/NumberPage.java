// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sms;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.phones.PhoneNumber;
import io.mspmfa.providers.phones.PhoneProblem;
import io.mspmfa.providers.phones.PhoneReading;
import io.mspmfa.providers.phones.TypedNumber;
import io.mspmfa.providers.smscodes.SmsCredentialProviderFactory;
import java.util.Locale;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;

/** The page of an enrolment that asks for a phone number (A32). */
final class NumberPage implements Conversation {
    private static final String NUMBER = "phoneNumber";

    private final Terms terms;
    private final Consumer<StepContext> next;

    NumberPage(Terms terms, Consumer<StepContext> next) {
        this.terms = terms;
        this.next = next;
    }

    @Override
    public void show(StepContext step) {
        SmsSetUpNotes notes = new SmsSetUpNotes(step);
        notes.start();
        Page page = page(step, "");
        step.show((notes.wasRefused() ? page.error(NUMBER, "mspMfaPhoneTaken") : page).render());
    }

    @Override
    public void answer(StepContext step) {
        String typed = step.input(NUMBER);
        PhoneReading reading = read(step, typed);
        if (reading instanceof PhoneReading.Accepted accepted) {
            new SmsSetUpNotes(step).enter(accepted.number());
            next.accept(step);
        } else if (reading instanceof PhoneReading.Refused refused) {
            step.show(
                    page(step, typed).error(NUMBER, message(refused.problem())).render());
        }
    }

    private static PhoneReading read(StepContext step, String typed) {
        KeycloakSession session = step.session();
        Locale language = session.getContext().resolveLocale(step.user());
        String region = SmsCredentialProviderFactory.region(session, language).orElse(null);
        PhoneReading reading = TypedNumber.read(typed, region, step.policy().get(PolicyField.SMS_TYPES));
        boolean isElsewhere = reading instanceof PhoneReading.Accepted accepted
                && !SmsCredentialProviderFactory.served(session).include(accepted.number());
        return isElsewhere ? new PhoneReading.Refused(PhoneProblem.COUNTRY) : reading;
    }

    private static String message(PhoneProblem problem) {
        return switch (problem) {
            case EMPTY -> "mspMfaPhoneEmpty";
            case UNREADABLE -> "mspMfaPhoneUnreadable";
            case LETTERS -> "mspMfaPhoneLetters";
            case EXTENSION -> "mspMfaPhoneExtension";
            case NO_COUNTRY -> "mspMfaPhoneNoCountry";
            case INVALID -> "mspMfaPhoneInvalid";
            case KIND -> "mspMfaPhoneKind";
            case COUNTRY -> "mspMfaPhoneCountry";
        };
    }

    private Page page(StepContext step, String typed) {
        return terms.describe(step.page("msp-mfa-sms.ftl"))
                .with("typed", typed)
                .with(
                        "replaced",
                        SmsFactor.INSTANCE
                                .number(step.user())
                                .map(PhoneNumber::masked)
                                .orElse(null));
    }
}
