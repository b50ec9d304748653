// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import java.util.Set;

/**
 * What a user had when a device was trusted. It is trusted only as long as nothing of it changes (R35).
 *
 * @param passwordSince when the password was set, in milliseconds since the epoch; 0 if it is not stored in Keycloak
 * @param factors the ids of the credentials that counted as second factors
 */
public record DeviceGrounds(long passwordSince, Set<String> factors) {
    /** How many factors a user may have to trust a device; otherwise, not all of them could be stored. */
    public static final int MOST_FACTORS = 20;

    public DeviceGrounds {
        factors = Set.copyOf(factors);
    }

    /** Whether a device may be trusted on these grounds. */
    public boolean suffice() {
        return !factors.isEmpty() && factors.size() <= MOST_FACTORS;
    }
}
