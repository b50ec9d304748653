// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.enforcement.login.LoginDevice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a question needs to know about the challenge that it is part of.
 *
 * @param purpose decides the text on the page
 * @param others the names of the questions that the user may switch to
 * @param obstacles why some of the user's factors can't be asked for at the moment, as message keys
 */
public record Setting(Purpose purpose, List<String> others, List<String> obstacles) {
    /** The box on the pages of factors with which the user trusts the device. */
    public static final String REMEMBER = "rememberDevice";

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

    /** Creates the page of a factor, with these values. */
    public Page page(StepContext step, String template) {
        return pageOfStandIn(step, template)
                .with("rememberDays", rememberDays(step))
                .with("rememberTicked", step.isPressed(REMEMBER));
    }

    /** Creates a page on which the user can't choose to trust the device, with these values (R34). */
    public Page pageOfStandIn(StepContext step, String template) {
        return step.page(template)
                .with("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .with("others", others)
                .with("obstacles", obstacles);
    }

    /** For how many days the user may trust the device; null if not at all. */
    private @Nullable Integer rememberDays(StepContext step) {
        return purpose == Purpose.LOGIN
                ? new LoginDevice(step.session(), step.authSession())
                        .daysOffered()
                        .orElse(null)
                : null;
    }
}
