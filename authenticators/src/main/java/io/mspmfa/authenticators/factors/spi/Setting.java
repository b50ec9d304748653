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
 */
public record Setting(Purpose purpose, List<String> others) {

    /** Why the factor is asked for. */
    public enum Purpose {
        /** To finish a login. */
        LOGIN,
        /** To confirm a change, although already signed in. */
        CONFIRM
    }

    public Setting {
        others = List.copyOf(others);
    }

    /** Creates a page with these values. */
    public Page page(StepContext step, String template) {
        return step.page(template)
                .with("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .with("others", others);
    }
}
