// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.CodesPage;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.authenticators.notice.ClosingNotice;
import io.mspmfa.authenticators.setup.SetUpTerms;
import io.mspmfa.providers.links.LinkNotes;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sets up a factor of the user's choice: its preparation, backup codes and its proof, in the order given by the policy,
 * followed by a confirmation. Nothing is stored before the last step. Must be preceded by a
 * {@link io.mspmfa.authenticators.challenge.FreshFactor}.
 */
public final class Enrolment implements Conversation {
    private final Wish wish;
    private final Consumer<StepContext> end;

    /**
     * @param wish what is to be set up
     * @param end continues when the user has read that the factor is set up
     */
    public Enrolment(Wish wish, Consumer<StepContext> end) {
        this.wish = wish;
        this.end = end;
    }

    /**
     * Whether an enrolment link led to this login. If so, it may be used for that enrolment and nothing else, whatever
     * other actions are pending, because the holder of the link has not shown a password.
     */
    public static boolean isByLink(AuthenticationSessionModel login) {
        return new LinkNotes(login).isByLink();
    }

    /** Whether an enrolment was completed in this login. */
    public static boolean isComplete(StepContext step) {
        return new EnrolmentNotes(step).isComplete();
    }

    /** Whether an enrolment was completed in this login that does what this step's action, one of Keycloak's, is for. */
    static boolean isOwnComplete(StepContext step) {
        return new EnrolmentNotes(step).isComplete(step.id());
    }

    @Override
    public void show(StepContext step) {
        objection(step).orElseGet(() -> current(step)).show(step);
    }

    @Override
    public void answer(StepContext step) {
        if (objection(step).isPresent()) {
            show(step);
        } else if (step.isPressed("otherMethod") && MethodChoice.of(step, wish).isOpen()) {
            leave(step);
            show(step);
        } else {
            current(step).answer(step);
        }
    }

    private Conversation current(StepContext step) {
        MethodChoice choice = MethodChoice.of(step, wish);
        return choice.made()
                .map(setUp -> page(step, setUp, choice.isOpen()))
                .orElseGet(() -> new MethodPage(choice, this::show));
    }

    private Conversation page(StepContext step, SetUp setUp, boolean hasOtherMethods) {
        Steps steps = Steps.of(step, setUp, wish);
        Stage stage = steps.reached(step, new EnrolmentNotes(step).stage(setUp.word()));
        Terms terms = new Terms(
                isByLink(step.authSession()), Steps.areCodesLast(step), wish, steps.indicator(stage), hasOtherMethods);
        return switch (stage) {
            case SCAN -> setUp.preparation(terms, done -> advance(done, setUp));
            case BACKUP_CODES -> new CodesPage("enrolment", terms::describe, saved -> advance(saved, setUp));
            case VERIFY ->
                setUp.proof(terms, back -> turnTo(back, setUp, steps.first()), proved -> advance(proved, setUp));
        };
    }

    /** Why no factor may be set up in this login, however it came about. */
    private Optional<Conversation> objection(StepContext step) {
        boolean byLink = isByLink(step.authSession());
        Optional<Conversation> ofLink = byLink ? LinkTerms.objection(step) : Optional.empty();
        return ofLink.or(() -> MethodChoice.of(step, wish).objection().map(Refused::new))
                .or(() -> byLink ? Optional.empty() : SetUpTerms.objection(step, isStarted(step)));
    }

    private static boolean isStarted(StepContext step) {
        return AllFactorPages.setUps().anyMatch(setUp -> setUp.isStarted(step));
    }

    /** Forgets the method that was chosen, except for backup codes that the user has saved. */
    private static void leave(StepContext step) {
        AllFactorPages.setUps().forEach(setUp -> setUp.forget(step));
        new BackupCodesNotes(step).forgetUnsaved();
        new EnrolmentNotes(step).leave();
    }

    private void advance(StepContext step, SetUp setUp) {
        Optional<Stage> due = Steps.of(step, setUp, wish).due(step);
        if (due.isPresent()) {
            turnTo(step, setUp, due.get());
        } else {
            complete(step, setUp);
        }
    }

    private void turnTo(StepContext step, SetUp setUp, Stage stage) {
        new EnrolmentNotes(step).turnTo(setUp.word(), stage);
        show(step);
    }

    /** Nothing was stored: the user proves something else if what was proved is of no use, or else begins again. */
    private void goOnWithout(StepContext step, SetUp setUp) {
        if (setUp.isProved(step)) {
            objection(step).orElse(new Refused("mspMfaTryAgain")).show(step);
        } else {
            turnTo(step, setUp, Steps.of(step, setUp, wish).first());
        }
    }

    private void complete(StepContext step, SetUp setUp) {
        if (!new Completion(step, setUp, wish).store()) {
            goOnWithout(step, setUp);
        } else if (isByLink(step.authSession())) {
            step.endWithoutSession("mspMfaDoneTitle", "mspMfaLinkDone");
        } else {
            new ClosingNotice(end).open(step, ClosingNotice.Event.ENROLLED);
        }
    }
}
