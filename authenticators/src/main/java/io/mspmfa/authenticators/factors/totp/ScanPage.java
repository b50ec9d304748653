// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import java.util.function.Consumer;

/** The page with the QR code. If the policy shows the code on request only, the page contains no secret before that. */
final class ScanPage implements Conversation {
    private final Terms terms;
    private final Consumer<StepContext> next;

    ScanPage(Terms terms, Consumer<StepContext> next) {
        this.terms = terms;
        this.next = next;
    }

    @Override
    public void show(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isOver()) {
            lifetime.showExpired();
        } else {
            lifetime.beginUnlessOnRequest();
            step.show(QrPart.page(step, terms).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isBegunAnew()) {
            step.show(QrPart.page(step, terms).render());
        } else if (lifetime.hasSecret() && !lifetime.isOver() && step.isPressed("next")) {
            next.accept(step);
        } else {
            show(step);
        }
    }
}
