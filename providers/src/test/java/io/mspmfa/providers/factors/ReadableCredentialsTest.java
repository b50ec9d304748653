// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.backupcodes.BackupCode;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.factors.recoverycodes.RecoveryCodes;
import io.mspmfa.providers.factors.spi.CredentialKind;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

class ReadableCredentialsTest {
    private static final List<String> ODD = new ArrayList<>(List.of(
            "", " ", "not json", "null", "[]", "[null]", "{}", "7", "\"x\"", "{\"value\":null}", "{\"codes\":[null]}"));

    /** A map of CBOR (RFC 9053, section 7.1.1) with coordinates of 32 bytes. */
    private static final String PUBLIC_KEY = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(HexFormat.of()
                    .parseHex("a50102032620012158" + "20" + "11".repeat(32) + "225820" + "22".repeat(32)));

    static {
        ODD.add(null);
    }

    static Stream<CredentialKind> kinds() {
        return SecondFactors.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReadableWhenTheDataIsOddThenFalse(CredentialKind kind) {
        for (String secret : ODD) {
            for (String data : ODD) {
                boolean emptySet = kind instanceof RecoveryCodes && "[]".equals(secret);
                assertThat(emptySet || !kind.isReadable(stored(secret, data)))
                        .as("%s / %s", secret, data)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"totp,6,30,HmacSHA1", "totp,8,60,HmacSHA512", "totp,7,1,HmacSHA256", "hotp,6,0,HmacSHA1"})
    void isReadableWhenCodesCanBeComputedThenTrue(String subType, int digits, int period, String algorithm) {
        assertThat(TotpFactor.INSTANCE.isReadable(app(subType, digits, period, algorithm, null, "secret")))
                .isTrue();
        assertThat(TotpFactor.INSTANCE.isReadable(app(subType, digits, period, algorithm, "base32", "gezd GNBV==")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "totp,5,30,HmacSHA1",
        "totp,9,30,HmacSHA1",
        "totp,0,30,HmacSHA1",
        "totp,6,0,HmacSHA1",
        "totp,6,30,HmacMD5",
        "hotp,5,0,HmacSHA1",
        "x,6,30,HmacSHA1"
    })
    void R8_isReadableWhenCodesCannotBeComputedThenFalse(String subType, int digits, int period, String algorithm) {
        assertThat(TotpFactor.INSTANCE.isReadable(app(subType, digits, period, algorithm, null, "secret")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BASE32,====", "BASE32,!!!!!!!!", "BASE32,GEZDG0NBV", "BASE32,A", "BASE64,GEZDGNBV"})
    void R7_isReadableWhenTheSecretIsNotInItsEncodingThenFalse(String encoding, String secret) {
        assertThat(TotpFactor.INSTANCE.isReadable(app("totp", 6, 30, "HmacSHA1", encoding, secret)))
                .isFalse();
    }

    @Test
    void R7_isReadableWhenTheSecretIsVeryLongThenItAnswers() {
        String valid = "GEZD ".repeat(100_000);
        assertThat(TotpFactor.INSTANCE.isReadable(app("totp", 6, 30, "HmacSHA1", "BASE32", valid)))
                .isTrue();
        assertThat(TotpFactor.INSTANCE.isReadable(app("totp", 6, 30, "HmacSHA1", "BASE32", valid + "!")))
                .isFalse();
    }

    @Test
    void isReadableWhenStoredByKeycloakOrByUsThenTrue() {
        SecureRandom random = new SecureRandom();
        HashedCodes codes = HashedCodes.of(BackupCode.generate(5, random), random);
        assertThat(BackupCodes.INSTANCE.isReadable(BackupCodesCredentialModel.of(codes)))
                .isTrue();
        assertThat(RecoveryCodes.INSTANCE.isReadable(
                        RecoveryAuthnCodesCredentialModel.createFromValues(List.of("AAAA", "BBBB"), 1, "codes")))
                .isTrue();
        assertThat(TotpFactor.INSTANCE.isReadable(OTPCredentialModel.createTOTP("secret", 6, 30, "HmacSHA1")))
                .isTrue();
    }

    @Test
    void isFromWhenTheKeyHasAnotherIdOrCannotBeReadThenFalse() {
        CredentialModel key = stored(
                "{}",
                "{\"aaguid\": \"00000000-0000-0000-0000-000000000000\", \"credentialId\": \"AAECAw==\", \"counter\": 0,"
                        + " \"credentialPublicKey\": \"" + PUBLIC_KEY + "\"}");
        assertThat(WebAuthnFactor.INSTANCE.isFrom(key, new byte[] {0, 1, 2, 3})).isTrue();
        assertThat(WebAuthnFactor.INSTANCE.isFrom(key, new byte[] {0, 1, 2})).isFalse();
        assertThat(WebAuthnFactor.INSTANCE.isFrom(key, new byte[0])).isFalse();
        for (String data : ODD) {
            assertThat(WebAuthnFactor.INSTANCE.isFrom(stored("{}", data), new byte[0]))
                    .isFalse();
        }
    }

    private static CredentialModel app(
            String subType, int digits, int period, String algorithm, String encoding, String secret) {
        String more = encoding == null ? "" : ", \"secretEncoding\": \"" + encoding + "\"";
        return stored(
                "{\"value\": \"" + secret + "\"}",
                "{\"subType\": \"" + subType + "\", \"digits\": " + digits + ", \"period\": " + period
                        + ", \"counter\": 0, \"algorithm\": \"" + algorithm + "\"" + more + "}");
    }

    private static CredentialModel stored(String secretData, String credentialData) {
        CredentialModel stored = new CredentialModel();
        stored.setId("id");
        stored.setSecretData(secretData);
        stored.setCredentialData(credentialData);
        return stored;
    }
}
