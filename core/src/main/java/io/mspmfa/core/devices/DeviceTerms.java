// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import java.util.Set;

/**
 * On which terms devices are trusted now.
 *
 * @param allowed whether the policy lets the user trust devices
 * @param days for how long at most
 * @param since devices from before this moment don't count, in seconds since the epoch
 * @param grounds what the user has now
 */
public record DeviceTerms(boolean allowed, int days, long since, DeviceGrounds grounds) {

    /** Whether a device that was trusted on other grounds would be now: a factor may have been added, but none removed. */
    boolean cover(DeviceGrounds then) {
        Set<String> now = grounds.factors();
        return allowed
                && then.suffice()
                && then.passwordSince() == grounds.passwordSince()
                && now.containsAll(then.factors());
    }
}
