// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import java.util.function.Consumer;

/** One page with the QR code and the fields for its codes, if nothing comes between the two (V11). */
final class ScanAndVerifyPage implements Conversation {
    private final Terms terms;
    private final CodesForm form;

    /**
     * @param proved continues when the codes were correct
     */
    ScanAndVerifyPage(Terms terms, Consumer<StepContext> proved) {
        this.terms = terms;
        this.form = new CodesForm(terms, this::page, proved);
    }

    @Override
    public void show(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isOver()) {
            lifetime.showExpired();
        } else {
            lifetime.beginUnlessOnRequest();
            step.show(page(step).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isBegunAnew()) {
            step.show(page(step).render());
        } else if (lifetime.hasSecret() && !lifetime.isOver() && step.isPressed("verify")) {
            form.answer(step);
        } else {
            show(step);
        }
    }

    private Page page(StepContext step) {
        return form.describe(step, QrPart.page(step, terms)).with("asksForCodes", true);
    }
}
