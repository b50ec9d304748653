// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sms;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.phones.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A number that is being proved. */
final class SmsSetUpNotes {
    private static final String STARTED = "msp.mfa.enrolment.sms.started";
    private static final String NUMBER = "msp.mfa.enrolment.sms.number";
    private static final String PROVED = "msp.mfa.enrolment.sms.proved";
    private static final String TAKEN = "msp.mfa.enrolment.sms.taken";

    /** Outlives the others, so that no code for an earlier number is taken for one of a later. */
    private static final String ROUND = "msp.mfa.enrolment.sms.round";

    private final AuthenticationSessionModel login;

    SmsSetUpNotes(StepContext step) {
        this.login = step.authSession();
    }

    void start() {
        login.setAuthNote(STARTED, "true");
    }

    boolean isStarted() {
        return login.getAuthNote(STARTED) != null;
    }

    /** The number; empty if none has been entered. */
    Optional<PhoneNumber> number() {
        return Optional.ofNullable(login.getAuthNote(NUMBER)).map(PhoneNumber::new);
    }

    /** The user has entered this number, which begins a new round if it is another than before. */
    void enter(PhoneNumber number) {
        if (number().filter(number::equals).isEmpty()) {
            login.setAuthNote(NUMBER, number.e164());
            login.setAuthNote(ROUND, Integer.toString(round() + 1));
            login.removeAuthNote(PROVED);
        }
    }

    /** How many different numbers have been entered one after the other. */
    int round() {
        return Integer.parseInt(Objects.requireNonNullElse(login.getAuthNote(ROUND), "0"));
    }

    /** The user has entered a code that was sent to this number. */
    void prove(PhoneNumber number) {
        login.setAuthNote(PROVED, number.e164());
    }

    boolean isProved() {
        String proved = login.getAuthNote(PROVED);
        return proved != null && proved.equals(login.getAuthNote(NUMBER));
    }

    /** The number belongs to another user: it is forgotten, and the page that asks for a number has to say why. */
    void refuse() {
        login.removeAuthNote(NUMBER);
        login.removeAuthNote(PROVED);
        login.setAuthNote(TAKEN, "true");
    }

    /** Whether the last number was refused, asked once. */
    boolean wasRefused() {
        boolean refused = login.getAuthNote(TAKEN) != null;
        login.removeAuthNote(TAKEN);
        return refused;
    }

    void forget() {
        Stream.of(STARTED, NUMBER, PROVED, TAKEN).forEach(login::removeAuthNote);
    }
}
