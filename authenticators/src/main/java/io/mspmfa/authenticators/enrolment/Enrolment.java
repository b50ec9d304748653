// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.CodesPage;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.totp.TotpSetUp;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.authenticators.notice.ClosingNotice;
import io.mspmfa.authenticators.setup.SetUpTerms;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sets up a factor: its preparation, backup codes and its proof, in the order given by the policy, followed by a
 * confirmation. Nothing is stored before the last step. Must be preceded by a
 * {@link io.mspmfa.authenticators.challenge.FreshFactor}.
 */
public final class Enrolment implements Conversation {
    /** The app, so far the only factor that can be set up on our pages. */
    private static final SetUp SET_UP = new TotpSetUp();

    private final Consumer<StepContext> end;

    /**
     * @param end continues when the user has read that the factor is set up
     */
    public Enrolment(Consumer<StepContext> end) {
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

    @Override
    public void show(StepContext step) {
        objection(step).orElseGet(() -> current(step)).show(step);
    }

    @Override
    public void answer(StepContext step) {
        if (objection(step).isPresent()) {
            show(step);
        } else {
            current(step).answer(step);
        }
    }

    private Conversation current(StepContext step) {
        Stage stage = new EnrolmentNotes(step).stage();
        Steps steps = Steps.of(step, SET_UP);
        SetUp.Terms terms = new SetUp.Terms(Steps.isByLink(step), steps.indicator(stage));
        return switch (stage) {
            case SCAN -> SET_UP.preparation(terms, this::prepared);
            case BACKUP_CODES -> new CodesPage("enrolment", steps.indicator(stage), this::saved);
            case VERIFY -> SET_UP.proof(terms, again -> turnTo(again, Stage.SCAN), this::proved);
        };
    }

    /** Why no factor may be set up in this login, however it came about. */
    private static Optional<Conversation> objection(StepContext step) {
        if (Steps.isByLink(step)) {
            return LinkTerms.objection(step);
        }
        if (!step.policy().get(PolicyField.METHODS).contains(Method.TOTP)) {
            return Optional.of(new Refused("mspMfaNoMethod"));
        }
        return SetUpTerms.objection(step, SET_UP.isStarted(step));
    }

    private void prepared(StepContext step) {
        boolean saved = new BackupCodesNotes(step).isSaved();
        turnTo(step, Steps.of(step, SET_UP).areCodesFirst() && !saved ? Stage.BACKUP_CODES : Stage.VERIFY);
    }

    private void saved(StepContext step) {
        if (SET_UP.isProved(step)) {
            complete(step);
        } else {
            turnTo(step, Stage.VERIFY);
        }
    }

    private void proved(StepContext step) {
        if (new BackupCodesNotes(step).isSaved()) {
            complete(step);
        } else {
            turnTo(step, Stage.BACKUP_CODES);
        }
    }

    private void turnTo(StepContext step, Stage stage) {
        new EnrolmentNotes(step).turnTo(stage);
        show(step);
    }

    private void complete(StepContext step) {
        if (!new Completion(step, SET_UP).store()) {
            objection(step).orElse(new Refused("mspMfaTryAgain")).show(step);
        } else if (Steps.isByLink(step)) {
            step.endWithoutSession("mspMfaDoneTitle", "mspMfaLinkDone");
        } else {
            new ClosingNotice(end).open(step, ClosingNotice.Event.ENROLLED);
        }
    }
}
