// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.CodesPage;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.authenticators.notice.ClosingNotice;
import io.mspmfa.authenticators.setup.SetUpTerms;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.totp.NewTotp;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sets up an authenticator app: scan, backup codes and proof, in the order given by the policy, followed by a
 * confirmation. Nothing is stored before the last step. Must be preceded by a
 * {@link io.mspmfa.authenticators.challenge.FreshFactor}.
 */
public final class Enrolment implements Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();

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
        EnrolmentNotes notes = new EnrolmentNotes(step);
        Optional<Conversation> objection = objection(step);
        if (objection.isPresent()) {
            objection.get().show(step);
        } else if (expireIfDue(step)) {
            showExpired(step);
        } else if (notes.secret().isEmpty() && !EnrolmentRules.at(step).showsQrOnRequest()) {
            begin(step);
        } else {
            showStep(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        EnrolmentNotes notes = new EnrolmentNotes(step);
        if (objection(step).isPresent()) {
            show(step);
            return;
        }
        boolean beginsAnew = notes.secret().isEmpty() && (step.isPressed("again") || step.isPressed("generate"));
        if (beginsAnew) {
            begin(step);
        } else if (notes.secret().isEmpty() || expireIfDue(step)) {
            show(step);
        } else {
            switch (notes.stage()) {
                case SCAN -> answerScan(step);
                case BACKUP_CODES -> codesPage(step).answer(step);
                case VERIFY -> new VerifyPage(this::proved).answer(step);
            }
        }
    }

    /** Why no app may be set up in this login, however it came about. */
    private static Optional<Conversation> objection(StepContext step) {
        if (EnrolmentRules.at(step).byLink()) {
            return LinkTerms.objection(step);
        }
        if (!step.policy().get(PolicyField.METHODS).contains(Method.TOTP)) {
            return Optional.of(new Refused("mspMfaNoMethod"));
        }
        return SetUpTerms.objection(step, new EnrolmentNotes(step).isStarted());
    }

    /**
     * The secret of an expired QR code is forgotten at once: from then on, not even a correct code can prove it (M8).
     */
    private static boolean expireIfDue(StepContext step) {
        EnrolmentNotes notes = new EnrolmentNotes(step);
        boolean mayExpire = notes.secret().isPresent() && !notes.isProved() && notes.stage() != Stage.BACKUP_CODES;
        if (mayExpire && notes.secondsLeft(EnrolmentRules.at(step).qrLifetimeSeconds(), step.now()) <= 0) {
            notes.expire();
        }
        return notes.isExpired();
    }

    private static void showExpired(StepContext step) {
        step.show(step.page("msp-mfa-expired.ftl")
                .with("entry", EntryName.ofReplacement(step).orElse(null))
                .render());
    }

    private void begin(StepContext step) {
        NewTotp secret = NewTotp.generate(RANDOM);
        new EnrolmentNotes(step).begin(secret, step.now());
        showStep(step);
    }

    private void showStep(StepContext step) {
        switch (new EnrolmentNotes(step).stage()) {
            case SCAN -> new ScanPage().show(step);
            case BACKUP_CODES -> codesPage(step).show(step);
            case VERIFY -> new VerifyPage(this::proved).show(step);
        }
    }

    private void answerScan(StepContext step) {
        if (!step.isPressed("next")) {
            show(step);
            return;
        }
        boolean codesFirst = EnrolmentRules.at(step).steps().get(1) == Stage.BACKUP_CODES;
        boolean saved = new BackupCodesNotes(step).isSaved();
        turnTo(step, codesFirst && !saved ? Stage.BACKUP_CODES : Stage.VERIFY);
    }

    private CodesPage codesPage(StepContext step) {
        return new CodesPage("enrolment", EnrolmentRules.at(step).indicator(Stage.BACKUP_CODES), this::saved);
    }

    private void saved(StepContext step) {
        if (new EnrolmentNotes(step).isProved()) {
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
        if (!new Completion(step).store()) {
            objection(step).orElse(new Refused("mspMfaTryAgain")).show(step);
        } else if (EnrolmentRules.at(step).byLink()) {
            step.endWithoutSession("mspMfaDoneTitle", "mspMfaLinkDone");
        } else {
            new ClosingNotice(end).open(step, ClosingNotice.Event.ENROLLED);
        }
    }
}
