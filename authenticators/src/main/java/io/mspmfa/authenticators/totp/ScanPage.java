// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.totp.NewTotp;
import io.mspmfa.providers.totp.QrCode;
import java.util.Optional;

/** The page with the QR code. If the policy shows the code on request only, the page contains no secret before that. */
final class ScanPage {
    private static final int KEY_GROUP = 4;

    void show(StepContext step) {
        EnrolmentRules rules = EnrolmentRules.at(step);
        Optional<NewTotp> secret = new EnrolmentNotes(step).secret();
        Page page = about(step, step.page("msp-mfa-totp.ftl"))
                .with("steps", rules.indicator(Stage.SCAN))
                .with("generated", secret.isPresent())
                .with("revealOnClick", rules.revealsKeyOnClick())
                .with("byLink", rules.byLink());
        secret.ifPresent(known -> page.with("qr", new QrCode(Page.issuer(step), EntryName.of(step), known).dataUri())
                .with("key", known.base32().replaceAll("(.{" + KEY_GROUP + "})(?=.)", "$1 ")));
        step.show(page.render());
    }

    /** Gives a page what it says about the QR code: its entry in the app, its lifetime, and where to go at its end. */
    static Page about(StepContext step, Page page) {
        int lifetime = EnrolmentRules.at(step).qrLifetimeSeconds();
        return page.with("lifetimeSeconds", lifetime)
                .with("entry", EntryName.ofReplacement(step).orElse(null))
                .with("secondsLeft", new EnrolmentNotes(step).secondsLeft(lifetime, step.now()))
                .with("refreshUrl", step.refreshUri().toString());
    }
}
