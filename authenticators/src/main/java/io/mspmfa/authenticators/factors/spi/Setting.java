// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import java.util.List;
import java.util.Locale;

/**
 * What a question's page has to know of the challenge that it is part of.
 *
 * @param purpose decides the words on the page
 * @param others the words of the questions that the user may turn to instead
 */
public record Setting(Purpose purpose, List<String> others) {

    /** What the factor is asked for. */
    public enum Purpose {
        /** To end a login. */
        LOGIN,
        /** To change something, though already logged in. */
        CONFIRM
    }

    public Setting {
        others = List.copyOf(others);
    }

    /** A page that knows them. */
    public Page page(StepContext step, String template) {
        return step.page(template)
                .with("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .with("others", others);
    }
}
