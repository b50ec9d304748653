// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import io.mspmfa.core.risk.Signal;
import java.util.List;

/** The signals that come with this extension. */
public final class BuiltIn {
    /** In the order in which reasons of equal points are reported. */
    public static final List<Signal> SIGNALS = List.of(
            new UnknownDevice(),
            new ImpossibleTravel(),
            new NewCountry(),
            new RecentFailures(),
            new LongAbsence(),
            new UnusualHour(),
            new NewNetwork(),
            new AdminRole(),
            new Crowd(),
            new UntrustedNetwork());

    private BuiltIn() {}
}
