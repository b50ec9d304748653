// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.totp;

import io.mspmfa.providers.factors.spi.StoredData;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;
import org.keycloak.models.credential.dto.OTPSecretData;
import org.keycloak.models.utils.HmacOTP;

/** Checks that codes can be computed from a stored app. */
final class StoredApp {
    private static final Set<String> ALGORITHMS = Set.of(HmacOTP.HMAC_SHA1, HmacOTP.HMAC_SHA256, HmacOTP.HMAC_SHA512);

    /** As RFC 4226 section 5.3 has it; fewer could be guessed (R8). */
    private static final int FEWEST_DIGITS = 6;

    private static final int MOST_DIGITS = 8;

    /** What people put between the symbols. A pattern with a repeated group would end the stack at a long secret. */
    private static final Pattern SEPARATORS = Pattern.compile("[ -]");

    private static final Pattern BASE32 = Pattern.compile("[A-Za-z2-7]{2,}=*");

    private StoredApp() {}

    static boolean isReadable(CredentialModel stored) {
        return StoredData.read(stored.getCredentialData(), OTPCredentialData.class)
                .filter(StoredApp::isComputable)
                .filter(data -> StoredData.read(stored.getSecretData(), OTPSecretData.class)
                        .filter(secret -> hasKey(secret.getValue(), data.getSecretEncoding()))
                        .isPresent())
                .isPresent();
    }

    private static boolean isComputable(OTPCredentialData data) {
        boolean timed = OTPCredentialModel.TOTP.equals(data.getSubType()) && data.getPeriod() > 0;
        boolean counted = OTPCredentialModel.HOTP.equals(data.getSubType()) && data.getCounter() >= 0;
        return (timed || counted)
                && data.getDigits() >= FEWEST_DIGITS
                && data.getDigits() <= MOST_DIGITS
                && data.getAlgorithm() != null
                && ALGORITHMS.contains(data.getAlgorithm());
    }

    /**
     * Keycloak's Base32 skips what it doesn't know, so that a text without any valid symbol would be a key of zeros, which
     * everybody knows.
     */
    private static boolean hasKey(@Nullable String value, @Nullable String encoding) {
        if (value == null) {
            return false;
        }
        if (encoding == null) {
            return value.getBytes(StandardCharsets.UTF_8).length > 0;
        }
        return OTPCredentialModel.SecretEncoding.BASE32.name().equalsIgnoreCase(encoding)
                && BASE32.matcher(SEPARATORS.matcher(value).replaceAll("")).matches();
    }
}
