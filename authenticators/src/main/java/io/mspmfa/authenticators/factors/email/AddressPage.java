// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.sentcodes.SentCodePage;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.providers.email.EmailChannel;
import io.mspmfa.providers.factors.email.EmailFactor;
import java.util.function.Consumer;
import org.keycloak.events.EventType;

/** The page of an enrolment that sends a code to the user's address and asks for it. */
final class AddressPage implements Conversation {
    private static final String PURPOSE = "enrolment";

    private final Terms terms;
    private final Consumer<StepContext> proved;

    /**
     * @param proved continues when the code was right
     */
    AddressPage(Terms terms, Consumer<StepContext> proved) {
        this.terms = terms;
        this.proved = proved;
    }

    @Override
    public void show(StepContext step) {
        new EmailSetUpNotes(step).start();
        page(step).show();
    }

    @Override
    public void answer(StepContext step) {
        page(step).answer(right -> {
            new EmailSetUpNotes(right).prove(address(right));
            proved.accept(right);
        });
    }

    private SentCodePage page(StepContext step) {
        return new SentCodePage(
                step,
                EmailChannel.of(step.session()),
                address(step),
                PURPOSE,
                EventType.UPDATE_CREDENTIAL,
                () -> describe(step));
    }

    private Page describe(StepContext step) {
        return terms.describe(step.page("msp-mfa-email.ftl")).with("sentTo", MaskedAddress.of(address(step)));
    }

    /** The enrolment offers this method only to users who have one. */
    private static String address(StepContext step) {
        return EmailFactor.INSTANCE.verifiedAddress(step.user()).orElseThrow();
    }
}
