// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.providers.totp.NewTotp;
import java.security.SecureRandom;

/**
 * The time within which a QR code has to be proved. After that its secret is forgotten, so that not even a correct code
 * proves it (M8), and a page offers another one. The time goes on, but is not looked at, while the backup codes are on
 * the screen.
 */
final class QrLifetime {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StepContext step;
    private final Terms terms;
    private final TotpSetUpNotes notes;
    private final int seconds;

    QrLifetime(StepContext step, Terms terms) {
        this.step = step;
        this.terms = terms;
        this.notes = new TotpSetUpNotes(step);
        this.seconds = TotpRules.of(step, terms).qrLifetimeSeconds();
    }

    boolean hasSecret() {
        return notes.secret().isPresent();
    }

    boolean isOver() {
        return notes.expireIfDue(seconds, step.now());
    }

    void begin() {
        notes.begin(NewTotp.generate(RANDOM), step.now());
    }

    /** Begins, unless it has begun or the policy leaves that to the user. */
    void beginUnlessOnRequest() {
        if (!hasSecret() && !TotpRules.of(step, terms).showsQrOnRequest()) {
            begin();
        }
    }

    /** Begins if the user has asked for it, and there is no secret. */
    boolean isBegunAnew() {
        boolean wanted = !hasSecret() && (step.isPressed("again") || step.isPressed("generate"));
        if (wanted) {
            begin();
        }
        return wanted;
    }

    void showExpired() {
        step.show(terms.describe(step.page("msp-mfa-expired.ftl"))
                .with("entry", EntryName.ofAnother(step).orElse(null))
                .render());
    }

    /** Gives a page what it says about the QR code: its entry in the app, its lifetime, and where to go at its end. */
    Page describe(Page page) {
        return page.with("lifetimeSeconds", seconds)
                .with("entry", EntryName.ofAnother(step).orElse(null))
                .with("secondsLeft", notes.secondsLeft(seconds, step.now()))
                .with("refreshUrl", step.refreshUri().toString());
    }
}
