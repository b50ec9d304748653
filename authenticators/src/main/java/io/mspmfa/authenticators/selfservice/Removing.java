// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.ChangeLock;
import java.util.List;
import java.util.Optional;

/**
 * Removes one of several factors, after the user has confirmed it. Must be preceded by a
 * {@link io.mspmfa.authenticators.challenge.FreshFactor}. Never removes the last one: that is {@link Disabling}.
 */
final class Removing implements Conversation {
    private final Choice choice;
    private final Exits exits;

    Removing(Choice choice, Exits exits) {
        this.choice = choice;
        this.exits = exits;
    }

    @Override
    public void show(StepContext step) {
        Limits limits = new Limits(step);
        Optional<String> reason = reasonAgainst(limits);
        if (reason.isPresent()) {
            exits.refused().accept(step, reason.get());
        } else {
            step.show(page(step, limits).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        if (step.isPressed("back")) {
            exits.back().accept(step);
        } else if (step.isPressed("remove")) {
            remove(step);
        } else {
            show(step);
        }
    }

    /**
     * Judged under the lock, which says no if the factors are not those that this request has read: of two requests that
     * each remove one of the last two factors, one fails.
     */
    private void remove(StepContext step) {
        boolean locked = ChangeLock.tryLock(step.session(), step.realm(), step.user());
        Limits limits = new Limits(step);
        Optional<String> reason = reasonAgainst(limits);
        if (reason.isPresent()) {
            exits.refused().accept(step, reason.get());
        } else if (!locked) {
            step.show(page(step, limits).problem("mspMfaTryAgain").render());
        } else {
            OwnFactor factor = limits.factors().find(choice.factorId()).orElseThrow();
            step.user().credentialManager().removeStoredCredentialById(factor.id());
            RemovalReport.send(step, List.of(factor.credential()));
            exits.done().accept(step);
        }
    }

    private Optional<String> reasonAgainst(Limits limits) {
        return limits.reasonAgainst(choice)
                .or(() -> limits.factors()
                        .find(choice.factorId())
                        .filter(limits.factors()::isLast)
                        .map(last -> "mspMfaTryAgain"));
    }

    private Page page(StepContext step, Limits limits) {
        OwnFactor factor = limits.factors().find(choice.factorId()).orElseThrow();
        return step.page("msp-mfa-remove.ftl")
                .with("factor", ManageRows.described(step, factor))
                .with("cancellable", false);
    }
}
