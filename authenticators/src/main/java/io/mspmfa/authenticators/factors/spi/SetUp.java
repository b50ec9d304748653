// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a user sets up one factor, in at most two halves: what is shown before the proof, and the proof. The backup codes
 * come between the two or after them. Keeps its state in the authentication session.
 */
public interface SetUp {

    /** The factor's name in proofs and events, and the value of its choice on the page of methods. */
    String word();

    /** Keycloak's own required actions that set up the same. */
    List<String> builtInActions();

    /** Those of Keycloak's own required actions that have nothing left to set up once what was proved is stored. */
    default List<String> completedActions(StepContext step) {
        return builtInActions();
    }

    /** Why it can't be set up at the moment, as a message key; empty if it can. */
    Optional<String> reasonAgainst(StepContext step);

    /**
     * Whether it has a first half that comes before the backup codes.
     *
     * @param codesLast whether the backup codes come after the proof
     */
    default boolean hasPreparation(boolean codesLast) {
        return false;
    }

    /** The word for the first half in the wizard's list of steps. */
    default String preparationWord() {
        throw new IllegalStateException(word() + " needs no preparation");
    }

    /** The word for the second half in the wizard's list of steps. */
    String proofWord();

    /**
     * The first half.
     *
     * @param next continues with what comes after it
     */
    default Conversation preparation(Terms terms, Consumer<StepContext> next) {
        throw new IllegalStateException(word() + " needs no preparation");
    }

    /**
     * The second half.
     *
     * @param back returns to the first half; never called if there is none
     * @param proved continues when the user has proved the factor
     */
    Conversation proof(Terms terms, Consumer<StepContext> back, Consumer<StepContext> proved);

    /** Whether there is something that this login has prepared, even if it has expired. */
    boolean isStarted(StepContext step);

    /** Whether the user has proved the factor, which is not stored yet. */
    boolean isProved(StepContext step);

    /**
     * Whether storing it would replace what the user has, rather than add to it.
     *
     * @param wish what the user has asked for
     */
    boolean isReplacement(StepContext step, Wish wish);

    /** What the user is told when a new one has taken the place of one before, as a message key; empty if none can. */
    default Optional<String> replacedMessage() {
        return Optional.empty();
    }

    /**
     * Takes what only one user may have, until the request's transaction has ended; false if another user has it, so that
     * what was proved is forgotten, and the first half says why. The caller has locked the user's factors.
     */
    default boolean reserve(StepContext step) {
        return true;
    }

    /**
     * Stores what was proved, and reports it. The caller has locked the user's factors, and stores the backup codes in the
     * same transaction.
     *
     * @param by what the event says about who has done it; null for the user
     */
    void store(StepContext step, Wish wish, @Nullable String by);

    /** Forgets what was prepared and proved. */
    void forget(StepContext step);
}
