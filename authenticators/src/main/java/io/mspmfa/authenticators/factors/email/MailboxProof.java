// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodePage;
import io.mspmfa.authenticators.registration.RegistrationNotes;
import io.mspmfa.providers.email.EmailChannel;
import io.mspmfa.providers.enforcement.login.LoginRisk;
import io.mspmfa.providers.factors.email.EmailFactor;
import org.keycloak.events.EventType;

/**
 * A code to the verified address of a user who has no factor yet, before the first one is set up in a login whose risk
 * is high: a password alone must not be enough there (P22). It counts as no factor.
 */
public final class MailboxProof implements Conversation {
    private static final String PURPOSE = "risk";

    private final Conversation setUp;

    private MailboxProof(Conversation setUp) {
        this.setUp = setUp;
    }

    /** What comes next before a set-up: the set-up itself, unless the risk of the login demands more. */
    public static Conversation before(StepContext step, Conversation setUp) {
        if (!isOwed(step)) {
            return setUp;
        }
        return EmailSetUp.obstacle(step).isEmpty() ? new MailboxProof(setUp) : new Refused("mspMfaRiskySetUpRefused");
    }

    /** Whoever has registered in this login is the owner of the account, however unusual the login is. */
    private static boolean isOwed(StepContext step) {
        boolean isProved = EmailFactor.INSTANCE
                .verifiedAddress(step.user())
                .filter(new MailboxNotes(step)::isProved)
                .isPresent();
        return !isProved
                && !new RegistrationNotes(step.authSession()).isOf(step.user().getId())
                && new LoginRisk(step.session(), step.authSession()).isTooHighForSetUp();
    }

    @Override
    public void show(StepContext step) {
        page(step).show();
    }

    @Override
    public void answer(StepContext step) {
        page(step).answer(right -> {
            new MailboxNotes(right).prove(address(right));
            setUp.show(right);
        });
    }

    private static SentCodePage page(StepContext step) {
        return new SentCodePage(
                step,
                EmailChannel.of(step.session()),
                address(step),
                PURPOSE,
                EventType.LOGIN,
                () -> step.page("msp-mfa-email.ftl")
                        .with("purpose", PURPOSE)
                        .with("sentTo", MaskedAddress.of(address(step))));
    }

    private static String address(StepContext step) {
        return EmailFactor.INSTANCE.verifiedAddress(step.user()).orElseThrow();
    }
}
