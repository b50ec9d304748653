// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.function.BiConsumer;

/** One way of asking a user for a second factor, on a page of its own. */
public interface Question {

    /** The name in proofs and events, and the value of the button that leads here. */
    String word();

    /** Whether the user can answer it. */
    boolean isUsable(StepContext step);

    /** Whether other questions' pages offer to turn to this one. */
    default boolean isOffered(StepContext step) {
        return isUsable(step);
    }

    /** Shows its page. */
    void show(StepContext step, Setting setting);

    /**
     * Takes what was posted from its page.
     *
     * @param passed goes on after a right answer, with the name of the method
     */
    void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed);
}
