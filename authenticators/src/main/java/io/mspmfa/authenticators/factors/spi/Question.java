// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.function.BiConsumer;

/** One way of asking a user for a second factor, on a page of its own. */
public interface Question {

    /** The name in proofs and events, and the value of the button that leads to it. */
    String word();

    /** Whether the user can answer it. */
    boolean isUsable(StepContext step);

    /** Whether the pages of other questions offer to switch to this one. */
    default boolean isOffered(StepContext step) {
        return isUsable(step);
    }

    /** Shows its page. */
    void show(StepContext step, Setting setting);

    /**
     * Handles what was posted from its page.
     *
     * @param passed continues after a correct answer, with the name of the method
     */
    void answer(StepContext step, Setting setting, BiConsumer<StepContext, String> passed);
}
