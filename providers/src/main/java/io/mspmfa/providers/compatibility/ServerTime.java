// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.Time;

/** Keycloak's time. {@code Time.currentTimeSeconds} exists since 26.7 only, and its predecessor is deprecated there. */
public final class ServerTime {
    private ServerTime() {}

    /** Seconds since the epoch. */
    public static long seconds() {
        return TimeUnit.MILLISECONDS.toSeconds(Time.currentTimeMillis());
    }
}
