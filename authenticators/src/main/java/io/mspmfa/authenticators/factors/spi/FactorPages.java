// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import java.util.Optional;

/** The pages of one second factor. {@code AllFactorPages} has the list of them. */
public interface FactorPages extends Question {

    /** The factor. */
    SecondFactor factor();

    /** How a user sets it up. */
    SetUp setUp();

    /** The factor's rows on the self-service page, one for each credential; empty if the user has none. */
    List<ManageRow> rows(StepContext step);

    /**
     * Why the user can't be asked for a factor that they have and that counts, as a message key; empty if they can, or if
     * there is nothing to say about it.
     */
    default Optional<String> obstacle(StepContext step) {
        return Optional.empty();
    }

    @Override
    default String word() {
        return factor().method().json();
    }

    @Override
    default boolean isUsable(StepContext step) {
        return factor().isUsable(step.user()) && factor().countsFor(step.user(), step.policy());
    }
}
