// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import java.util.function.Consumer;

/** The page that asks for one or two codes for the scanned secret. */
final class VerifyPage implements Conversation {
    private final Terms terms;
    private final Consumer<StepContext> back;
    private final CodesForm form;

    /**
     * @param back returns to the QR code
     * @param proved continues when the codes were correct
     */
    VerifyPage(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved) {
        this.terms = terms;
        this.back = back;
        this.form = new CodesForm(terms, this::page, proved);
    }

    @Override
    public void show(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isOver()) {
            lifetime.showExpired();
        } else {
            step.show(page(step).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        QrLifetime lifetime = new QrLifetime(step, terms);
        if (lifetime.isBegunAnew()) {
            back.accept(step);
        } else if (!lifetime.hasSecret() || lifetime.isOver()) {
            show(step);
        } else if (step.isPressed("back")) {
            back.accept(step);
        } else {
            form.answer(step);
        }
    }

    private Page page(StepContext step) {
        return form.describe(
                step, new QrLifetime(step, terms).describe(terms.describe(step.page("msp-mfa-verify-totp.ftl"))));
    }
}
