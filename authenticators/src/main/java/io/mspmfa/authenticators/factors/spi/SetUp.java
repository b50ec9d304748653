// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a user sets up one factor, in the two halves of the wizard that all factors share: what is shown before the proof,
 * and the proof. The backup codes come between the two or after them. Keeps its state in the authentication session.
 */
public interface SetUp {
    /** The factor's name in proofs and events. */
    String word();

    /** Keycloak's own required actions that set up the same. */
    List<String> builtInActions();

    /** The word for the first half in the wizard's list of steps. */
    String preparationWord();

    /** The word for the second half in the wizard's list of steps. */
    String proofWord();

    /**
     * The first half.
     *
     * @param next continues with what comes after it
     */
    Conversation preparation(Terms terms, Consumer<StepContext> next);

    /**
     * The second half.
     *
     * @param back returns to the first half
     * @param proved continues when the user has proved the factor
     */
    Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved);

    /** Whether there is something that this login has prepared, even if it has expired. */
    boolean isStarted(StepContext step);

    /** Whether the user has proved the factor, which is not stored yet. */
    boolean isProved(StepContext step);

    /**
     * Stores what was proved, and reports it. The caller has locked the user's factors, and stores the backup codes in the
     * same transaction.
     *
     * @param by what the event says about who has done it; null for the user
     */
    void store(StepContext step, @Nullable String by);

    /** Forgets what was prepared. */
    void forget(StepContext step);

    /**
     * The terms of an enrolment.
     *
     * @param byLink whether an enrolment link led to it, whose holder may be another person far away
     * @param steps the wizard's list of steps, for the page that is shown
     */
    record Terms(boolean byLink, List<Map<String, String>> steps) {
        public Terms {
            steps = List.copyOf(steps);
        }
    }
}
