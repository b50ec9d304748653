// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.totp.NewTotp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An app that is being set up. Its secret exists only here until the enrolment is complete. */
final class TotpSetUpNotes {
    private static final String SECRET = "msp.mfa.enrolment.secret";
    private static final String SECRET_SINCE = "msp.mfa.enrolment.since";
    private static final String EXPIRED = "msp.mfa.enrolment.expired";
    private static final String PROVED_BY = "msp.mfa.enrolment.provedBy";
    private static final String LABEL = "msp.mfa.enrolment.label";

    private final AuthenticationSessionModel login;

    TotpSetUpNotes(StepContext step) {
        this.login = step.authSession();
    }

    Optional<NewTotp> secret() {
        return Optional.ofNullable(login.getAuthNote(SECRET)).map(NewTotp::new);
    }

    void begin(NewTotp secret, long now) {
        login.setAuthNote(SECRET, secret.base32());
        login.setAuthNote(SECRET_SINCE, Long.toString(now));
        login.removeAuthNote(EXPIRED);
        login.removeAuthNote(PROVED_BY);
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

    /** Forgets a secret that was not proved within its lifetime, and says whether the latest one has expired (M8). */
    boolean expireIfDue(int lifetimeSeconds, long now) {
        if (secret().isPresent() && !isProved() && secondsLeft(lifetimeSeconds, now) <= 0) {
            login.removeAuthNote(SECRET);
            login.setAuthNote(EXPIRED, "true");
        }
        return login.getAuthNote(EXPIRED) != null;
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

    void forget() {
        Stream.of(SECRET, SECRET_SINCE, EXPIRED, PROVED_BY, LABEL).forEach(login::removeAuthNote);
    }
}
