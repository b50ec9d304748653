// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Totp;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.HmacOTP;

/**
 * A secret for an authenticator app that is not stored yet: 160 random bits (RFC 4226 section 4, R6), SHA-1, six digits
 * and 30 seconds, which every app supports.
 *
 * @param base32 the secret in the form that apps expect
 */
public record NewTotp(String base32) {
    /** The number of digits of a code. */
    public static final int DIGITS = 6;

    /** The length of a time step, in seconds. */
    public static final int PERIOD_SECONDS = 30;

    private static final int SECRET_BYTES = 20;

    /** A new random secret. */
    public static NewTotp generate(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new NewTotp(Base32.encode(secret));
    }

    /** The codes of this secret. */
    public Totp totp() {
        return new Totp(Base32.decode(base32), HmacOTP.HMAC_SHA1, DIGITS, PERIOD_SECONDS);
    }

    /**
     * This secret as a credential that is not stored yet.
     *
     * @param label what the user calls the device; null if it has no name
     */
    public OTPCredentialModel toCredential(@Nullable String label) {
        OTPCredentialModel credential = OTPCredentialModel.createTOTP(
                base32, DIGITS, PERIOD_SECONDS, HmacOTP.HMAC_SHA1, OTPCredentialModel.SecretEncoding.BASE32.name());
        credential.setUserLabel(label);
        return credential;
    }

    /** Marks the time steps that proved a stored credential as used, so that their codes can't be used for a login. */
    public static void burn(KeycloakSession session, UserModel user, OTPCredentialModel stored, Iterable<Long> steps) {
        TimeToken token = new TimeToken(session, user, stored);
        steps.forEach(token::spend);
    }
}
