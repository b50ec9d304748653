// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.Page;
import java.util.List;
import java.util.Map;

/**
 * The terms of an enrolment.
 *
 * @param byLink whether an enrolment link led to it, whose holder may be another person far away
 * @param codesLast whether the backup codes come after the proof
 * @param wish what the user has asked for
 * @param steps the wizard's list of steps, for the page that is shown
 * @param hasOtherMethods whether the user may choose another method
 */
public record Terms(
        boolean byLink, boolean codesLast, Wish wish, List<Map<String, String>> steps, boolean hasOtherMethods) {
    public Terms {
        steps = List.copyOf(steps);
    }

    /** Gives a page of the wizard what it shows around its content. */
    public Page describe(Page page) {
        return page.with("steps", steps.isEmpty() ? null : steps).with("otherMethods", hasOtherMethods);
    }
}
