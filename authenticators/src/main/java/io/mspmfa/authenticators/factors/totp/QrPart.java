// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.providers.totp.NewTotp;
import io.mspmfa.providers.totp.QrCode;
import java.util.Optional;

/** The part of a page that shows the QR code, and its key for typing in. Without a secret, the page can only ask for one. */
final class QrPart {
    private static final int KEY_GROUP = 4;

    private QrPart() {}

    /** The page with the QR code. */
    static Page page(StepContext step, Terms terms) {
        TotpRules rules = TotpRules.of(step, terms);
        Optional<NewTotp> secret = new TotpSetUpNotes(step).secret();
        Page page = new QrLifetime(step, terms)
                .describe(terms.describe(step.page("msp-mfa-totp.ftl")))
                .with("generated", secret.isPresent())
                .with("replaces", new TotpSetUp().isReplacement(step, terms.wish()))
                .with("revealOnClick", rules.revealsKeyOnClick())
                .with("byLink", rules.byLink());
        secret.ifPresent(known -> page.with("qr", new QrCode(Page.appName(step), EntryName.of(step), known).dataUri())
                .with("key", known.base32().replaceAll("(.{" + KEY_GROUP + "})(?=.)", "$1 ")));
        return page;
    }
}
