// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.resume;

import io.mspmfa.authenticators.backupcodes.Renewal;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.OpenNotes;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.notice.ClosingNotice;
import java.util.Optional;
import java.util.function.Consumer;

/** The conversations that can remain open from one page to the next, whatever led to them. */
public final class Conversations {
    private Conversations() {}

    /**
     * The conversation that a step is in the middle of, with its original argument; empty if there is none.
     *
     * @param end continues when it is over
     */
    public static Optional<Conversation> resume(StepContext step, Consumer<StepContext> end) {
        return new OpenNotes(step.authSession()).at(step.id()).flatMap(open -> switch (open.name()) {
            case Renewal.NAME -> Renewal.resume(open.argument(), end);
            case ClosingNotice.NAME -> Optional.of(new ClosingNotice(end));
            default -> Optional.empty();
        });
    }
}
