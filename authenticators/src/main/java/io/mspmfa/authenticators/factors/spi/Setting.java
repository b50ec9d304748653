// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import java.util.List;
import java.util.Locale;

/**
 * What the page of a question needs to know about the challenge that it is part of.
 *
 * @param purpose decides the text on the page
 * @param others the names of the questions that the user may switch to
 * @param obstacles why some of the user's factors can't be asked for at the moment, as message keys
 */
public record Setting(Purpose purpose, List<String> others, List<String> obstacles) {

    /** Why the factor is asked for. */
    public enum Purpose {
        /** To finish a login. */
        LOGIN,
        /** To confirm a change, although already signed in. */
        CONFIRM
    }

    public Setting {
        others = List.copyOf(others);
        obstacles = List.copyOf(obstacles);
    }

    /** Creates a page with these values. */
    public Page page(StepContext step, String template) {
        return step.page(template)
                .with("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .with("others", others)
                .with("obstacles", obstacles);
    }
}
