// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Page;
import io.mspmfa.providers.totp.NewTotp;
import io.mspmfa.providers.totp.QrCode;
import java.util.Optional;

/** The page with the QR code. Where the policy wants it asked for, the page holds no secret before. */
final class ScanPage {
    private static final int KEY_GROUP = 4;

    void show(Door door) {
        EnrolmentRules rules = EnrolmentRules.at(door);
        Optional<NewTotp> secret = new EnrolmentNotes(door).secret();
        Page page = withLifetime(door, door.page("msp-mfa-totp.ftl"))
                .with("steps", rules.indicator(Step.SCAN))
                .with("generated", secret.isPresent())
                .with("revealOnClick", rules.revealsKeyOnClick())
                .with("byLink", rules.byLink());
        secret.ifPresent(known -> page.with(
                        "qr", new QrCode(Page.issuer(door), Page.account(door.user()), known).dataUri())
                .with("key", known.base32().replaceAll("(.{" + KEY_GROUP + "})(?=.)", "$1 ")));
        door.show(page.render());
    }

    /** Tells a page how long the QR code still lives, and where to go when it is dead. */
    static Page withLifetime(Door door, Page page) {
        int lifetime = EnrolmentRules.at(door).qrLifetimeSeconds();
        return page.with("lifetimeSeconds", lifetime)
                .with("secondsLeft", new EnrolmentNotes(door).secondsLeft(lifetime, door.now()))
                .with("refreshUrl", door.refreshUri().toString());
    }
}
