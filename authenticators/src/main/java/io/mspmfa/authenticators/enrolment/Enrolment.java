// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.backupcodes.CodesPage;
import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.authenticators.notice.Notice;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.enforcement.LoginCheck;
import io.mspmfa.providers.enforcement.PrimaryLogin;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.totp.NewTotp;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sets up an authenticator app: scan, backup codes, proof, in the order of the policy, then a confirmation. Nothing is
 * stored before the last of them. To be put behind a {@link io.mspmfa.authenticators.challenge.FreshFactor}.
 */
public final class Enrolment implements Conversation {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Consumer<Door> end;

    /** @param end goes on when the user has read that the factor is set up */
    public Enrolment(Consumer<Door> end) {
        this.end = end;
    }

    /**
     * Whether an enrolment link led to this login. Then it is good for that enrolment and for nothing else, whatever
     * else waits for the user: the holder of the link has shown no password.
     */
    public static boolean isByLink(AuthenticationSessionModel login) {
        return new LinkNotes(login).isByLink();
    }

    /** Whether an enrolment was completed in this login. */
    public static boolean isComplete(Door door) {
        return new EnrolmentNotes(door).isComplete();
    }

    @Override
    public void show(Door door) {
        EnrolmentNotes notes = new EnrolmentNotes(door);
        Optional<Conversation> objection = objection(door);
        if (objection.isPresent()) {
            objection.get().show(door);
        } else if (expireIfDue(door)) {
            showExpired(door);
        } else if (notes.secret().isEmpty() && !EnrolmentRules.at(door).showsQrOnRequest()) {
            begin(door);
        } else {
            showStep(door);
        }
    }

    @Override
    public void answer(Door door) {
        EnrolmentNotes notes = new EnrolmentNotes(door);
        if (objection(door).isPresent()) {
            show(door);
            return;
        }
        boolean beginsAnew = notes.secret().isEmpty() && (door.isPressed("again") || door.isPressed("generate"));
        if (beginsAnew) {
            begin(door);
        } else if (notes.secret().isEmpty() || expireIfDue(door)) {
            show(door);
        } else {
            switch (notes.step()) {
                case SCAN -> answerScan(door);
                case BACKUP_CODES -> codesPage(door).answer(door);
                case VERIFY -> new VerifyPage(this::proved).answer(door);
            }
        }
    }

    /**
     * What speaks against binding an app to the account on the strength of this login, whatever door led here:
     * somebody else acts in the user's name, or, for a user without a factor, the login is a mail link or an old session.
     */
    private static Optional<Conversation> objection(Door door) {
        if (EnrolmentRules.at(door).byLink()) {
            return LinkTerms.objection(door);
        }
        LoginCheck loginCheck = new LoginCheck(door.session(), door.login());
        if (new PrimaryLogin(door.session(), door.login()).isImpersonated()) {
            return Optional.of(new Refused("mspMfaNotAllowed"));
        }
        if (!door.policy().get(PolicyField.METHODS).contains(Method.TOTP)) {
            return Optional.of(new Refused("mspMfaNoMethod"));
        }
        if (SecondFactors.exist(door.user(), door.policy())) {
            return Optional.empty(); // FreshFactor has asked for it
        }
        if (loginCheck.endsWithoutSession()) {
            return Optional.of(new Refused("mspMfaSignInAgain"));
        }
        boolean underWay = new EnrolmentNotes(door).isStarted();
        return new PrimaryLogin(door.session(), door.login()).isStale() && !underWay
                ? Optional.of(new SignInAgain())
                : Optional.empty();
    }

    /** A dead QR code's secret is forgotten at once: from here on not even a right code can prove it (M8). */
    private static boolean expireIfDue(Door door) {
        EnrolmentNotes notes = new EnrolmentNotes(door);
        boolean mayExpire = notes.secret().isPresent() && !notes.isProved() && notes.step() != Step.BACKUP_CODES;
        if (mayExpire && notes.secondsLeft(EnrolmentRules.at(door).qrLifetimeSeconds(), door.now()) <= 0) {
            notes.expire();
        }
        return notes.isExpired();
    }

    private static void showExpired(Door door) {
        door.show(door.page("msp-mfa-expired.ftl").render());
    }

    private void begin(Door door) {
        NewTotp secret = NewTotp.generate(RANDOM);
        new EnrolmentNotes(door).begin(secret, door.now());
        showStep(door);
    }

    private void showStep(Door door) {
        switch (new EnrolmentNotes(door).step()) {
            case SCAN -> new ScanPage().show(door);
            case BACKUP_CODES -> codesPage(door).show(door);
            case VERIFY -> new VerifyPage(this::proved).show(door);
        }
    }

    private void answerScan(Door door) {
        if (!door.isPressed("next")) {
            show(door);
            return;
        }
        boolean codesFirst = EnrolmentRules.at(door).steps().get(1) == Step.BACKUP_CODES;
        boolean saved = new BackupCodesNotes(door).isSaved();
        turnTo(door, codesFirst && !saved ? Step.BACKUP_CODES : Step.VERIFY);
    }

    private CodesPage codesPage(Door door) {
        return new CodesPage("enrolment", EnrolmentRules.at(door).indicator(Step.BACKUP_CODES), this::saved);
    }

    private void saved(Door door) {
        if (new EnrolmentNotes(door).isProved()) {
            complete(door);
        } else {
            turnTo(door, Step.VERIFY);
        }
    }

    private void proved(Door door) {
        if (new BackupCodesNotes(door).isSaved()) {
            complete(door);
        } else {
            turnTo(door, Step.BACKUP_CODES);
        }
    }

    private void turnTo(Door door, Step step) {
        new EnrolmentNotes(door).turnTo(step);
        show(door);
    }

    private void complete(Door door) {
        if (!new Completion(door).store()) {
            objection(door).orElse(new Refused("mspMfaTryAgain")).show(door);
        } else if (EnrolmentRules.at(door).byLink()) {
            door.endWithoutSession("mspMfaDoneTitle", "mspMfaLinkDone");
        } else {
            new Notice(end).open(door, Notice.Event.ENROLLED);
        }
    }
}
