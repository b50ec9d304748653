// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.Finished;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.resume.Conversations;
import io.mspmfa.authenticators.setup.SetUpTerms;
import java.util.function.Function;
import java.util.function.Predicate;
import org.keycloak.models.Constants;

/** Sets up a factor at the user's request, after a challenge with one that the user has. An app replaces the present one. */
final class SetUpAction extends ConversationAction {
    private final Function<StepContext, Wish> wish;
    private final Predicate<StepContext> isDone;

    /** Of the method that the parameter of {@code kc_action} names, otherwise of the user's choice. */
    SetUpAction() {
        this(SetUpAction::parameter, Enrolment::isComplete);
    }

    /**
     * @param wish what is to be set up at a step
     * @param isDone whether a step has nothing left to set up
     */
    SetUpAction(Function<StepContext, Wish> wish, Predicate<StepContext> isDone) {
        this.wish = wish;
        this.isDone = isDone;
    }

    @Override
    protected Conversation current(StepContext step) {
        return Conversations.resume(step, StepContext::finish).orElseGet(() -> begin(step));
    }

    private Conversation begin(StepContext step) {
        if (step.policy().isOff() && step.isCancellable()) {
            return new Refused("mspMfaSwitchedOff");
        }
        if (isDone.test(step) || step.policy().isOff() || isPointless(step)) {
            return new Finished();
        }
        return SetUpTerms.wishForLater(step)
                .orElseGet(() -> new FreshFactor(new Enrolment(wish.apply(step), StepContext::finish)));
    }

    /**
     * Whether an administrator asks for something that the policy doesn't allow: the policy decides, and the login, which
     * owes nothing more here, must not be stopped by it each time.
     */
    private boolean isPointless(StepContext step) {
        return !step.isCancellable()
                && MethodChoice.of(step, wish.apply(step)).objection().isPresent();
    }

    private static Wish parameter(StepContext step) {
        String method = step.isCancellable() ? step.authSession().getClientNote(Constants.KC_ACTION_PARAMETER) : null;
        return method == null || method.isBlank() ? Wish.FACTOR : Wish.of(method);
    }
}
