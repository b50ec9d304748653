// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Resynchronisation;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * By how many time steps the clock of a token is ahead of ours; negative if it is behind.
 *
 * <p>It is stored as the counter of the credential, which Keycloak has for every token, but reads for counter-based ones
 * only; Keycloak can't read a credential with a field that it doesn't know. New time-based tokens have the initial
 * counter of the realm's OTP policy there, which is never negative, so a drift is stored as a number around -1000.
 */
final class StoredDrift {
    private static final int NONE = -1000;

    private StoredDrift() {}

    /** The drift of a time-based token; 0 if none is stored. */
    static int of(OTPCredentialModel token) {
        long drift = (long) token.getOTPCredentialData().getCounter() - NONE;
        return Math.abs(drift) <= Resynchronisation.LARGEST_DRIFT ? (int) drift : 0;
    }

    /** Changes the model; storing it is up to the caller. */
    static void set(OTPCredentialModel token, int drift) {
        token.updateCounter(NONE + drift);
    }
}
