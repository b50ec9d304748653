// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.totp.NewTotp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The progress of an enrolment. The secret exists only here until the enrolment is complete. */
final class EnrolmentNotes {
    private static final String SECRET = "msp.mfa.enrolment.secret";
    private static final String SECRET_SINCE = "msp.mfa.enrolment.since";
    private static final String EXPIRED = "msp.mfa.enrolment.expired";
    private static final String STEP = "msp.mfa.enrolment.step";
    private static final String PROVED_BY = "msp.mfa.enrolment.provedBy";
    private static final String LABEL = "msp.mfa.enrolment.label";
    private static final String COMPLETE = "msp.mfa.enrolment.complete";

    private final AuthenticationSessionModel login;

    EnrolmentNotes(StepContext step) {
        this(step.authSession());
    }

    EnrolmentNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    Optional<NewTotp> secret() {
        return Optional.ofNullable(login.getAuthNote(SECRET)).map(NewTotp::new);
    }

    void begin(NewTotp secret, long now) {
        login.setAuthNote(SECRET, secret.base32());
        login.setAuthNote(SECRET_SINCE, Long.toString(now));
        login.removeAuthNote(EXPIRED);
        login.removeAuthNote(PROVED_BY);
        turnTo(Stage.SCAN);
    }

    /** How many seconds remain until the QR code expires; 0 or less if it has expired. */
    int secondsLeft(int lifetimeSeconds, long now) {
        OptionalLong since = since();
        return since.isEmpty() ? 0 : (int) (since.getAsLong() + lifetimeSeconds - now);
    }

    /** When the latest secret was created, in seconds since the epoch, even if it has expired; empty if there was none. */
    OptionalLong since() {
        String since = login.getAuthNote(SECRET_SINCE);
        return since == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(since));
    }

    /** Forgets a secret that was not proved in time. */
    void expire() {
        login.removeAuthNote(SECRET);
        login.setAuthNote(EXPIRED, "true");
    }

    boolean isExpired() {
        return login.getAuthNote(EXPIRED) != null;
    }

    Stage stage() {
        String stage = login.getAuthNote(STEP);
        return stage == null ? Stage.SCAN : Stage.valueOf(stage);
    }

    void turnTo(Stage stage) {
        login.setAuthNote(STEP, stage.name());
    }

    /** Stores what proved the secret: the time steps of the codes, and the user's name for the device. */
    void prove(List<Long> timeSteps, String label) {
        login.setAuthNote(PROVED_BY, timeSteps.stream().map(String::valueOf).collect(Collectors.joining(",")));
        login.setAuthNote(LABEL, label);
    }

    boolean isProved() {
        return login.getAuthNote(PROVED_BY) != null;
    }

    List<Long> provedBy() {
        return Stream.of(login.getAuthNote(PROVED_BY).split(",", -1))
                .map(Long::valueOf)
                .toList();
    }

    String label() {
        @Nullable String label = login.getAuthNote(LABEL);
        return label == null ? "" : label;
    }

    boolean isStarted() {
        return login.getAuthNote(STEP) != null || isExpired();
    }

    /** Forgets everything except that an enrolment was completed in this login. */
    void complete() {
        Stream.of(SECRET, SECRET_SINCE, EXPIRED, STEP, PROVED_BY, LABEL).forEach(login::removeAuthNote);
        login.setAuthNote(COMPLETE, "true");
    }

    boolean isComplete() {
        return login.getAuthNote(COMPLETE) != null;
    }
}
