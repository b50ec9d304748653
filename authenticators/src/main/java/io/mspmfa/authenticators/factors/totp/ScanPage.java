// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.providers.totp.NewTotp;
import io.mspmfa.providers.totp.QrCode;
import java.util.Optional;
import java.util.function.Consumer;

/** The page with the QR code. If the policy shows the code on request only, the page contains no secret before that. */
final class ScanPage implements Conversation {
    private static final int KEY_GROUP = 4;

    private final SetUp.Terms terms;
    private final Consumer<StepContext> next;

    ScanPage(SetUp.Terms terms, Consumer<StepContext> next) {
        this.terms = terms;
        this.next = next;
    }

    @Override
    public void show(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isOver()) {
            lifetime.showExpired();
        } else {
            if (!lifetime.hasSecret() && !TotpRules.of(step, terms).showsQrOnRequest()) {
                lifetime.begin();
            }
            showCode(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isBegunAnew()) {
            showCode(step);
        } else if (lifetime.hasSecret() && !lifetime.isOver() && step.isPressed("next")) {
            next.accept(step);
        } else {
            show(step);
        }
    }

    private void showCode(StepContext step) {
        TotpRules rules = TotpRules.of(step, terms);
        Optional<NewTotp> secret = new TotpSetUpNotes(step).secret();
        Page page = new QrLifetime(step, terms)
                .describe(step.page("msp-mfa-totp.ftl"))
                .with("steps", terms.steps())
                .with("generated", secret.isPresent())
                .with("revealOnClick", rules.revealsKeyOnClick())
                .with("byLink", rules.byLink());
        secret.ifPresent(known -> page.with("qr", new QrCode(Page.issuer(step), EntryName.of(step), known).dataUri())
                .with("key", known.base32().replaceAll("(.{" + KEY_GROUP + "})(?=.)", "$1 ")));
        step.show(page.render());
    }
}
