// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final int PERIOD = 30;

    private final Totp totp = new Totp(secret(20), "HmacSHA1", 6, PERIOD);

    @ParameterizedTest
    @CsvSource(textBlock = """
            HmacSHA1,   20,          59, 94287082
            HmacSHA256, 32,          59, 46119246
            HmacSHA512, 64,          59, 90693936
            HmacSHA1,   20,  1111111109, 07081804
            HmacSHA256, 32,  1111111109, 68084774
            HmacSHA512, 64,  1111111109, 25091201
            HmacSHA1,   20,  1111111111, 14050471
            HmacSHA256, 32,  1111111111, 67062674
            HmacSHA512, 64,  1111111111, 99943326
            HmacSHA1,   20,  1234567890, 89005924
            HmacSHA256, 32,  1234567890, 91819424
            HmacSHA512, 64,  1234567890, 93441116
            HmacSHA1,   20,  2000000000, 69279037
            HmacSHA256, 32,  2000000000, 90698825
            HmacSHA512, 64,  2000000000, 38618901
            HmacSHA1,   20, 20000000000, 65353130
            HmacSHA256, 32, 20000000000, 77737706
            HmacSHA512, 64, 20000000000, 47863826
            """)
    void codesAreThoseOfRfc6238AppendixB(String algorithm, int secretBytes, long epochSeconds, String code) {
        Totp eightDigits = new Totp(secret(secretBytes), algorithm, 8, PERIOD);

        assertThat(eightDigits.codeAt(eightDigits.stepAt(epochSeconds))).isEqualTo(code);
    }

    @Test
    void codesAreThoseOfRfc4226AppendixD() {
        assertThat(LongStream.rangeClosed(0, 9).mapToObj(totp::codeAt))
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489");
    }

    @Test
    void codeAtWhenSevenDigitsThenTheLastSevenOfTheEightDigitCode() {
        assertThat(new Totp(secret(20), "HmacSHA1", 7, PERIOD).codeAt(1)).isEqualTo("4287082");
    }

    @Test
    void codeAtWhenCallerWipesItsSecretThenUnchanged() {
        byte[] secret = secret(20);
        Totp copied = new Totp(secret, "HmacSHA1", 6, PERIOD);

        Arrays.fill(secret, (byte) 0);

        assertThat(copied.codeAt(0)).isEqualTo("755224");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "29, 0", "30, 1", "59, 1", "60, 2", "-1, -1", "20000000000, 666666666"})
    void stepAtWhenSecondThenItsStep(long epochSeconds, long step) {
        assertThat(totp.stepAt(epochSeconds)).isEqualTo(step);
    }

    @Test
    void stepAtWhenAnotherPeriodThenStepsHaveThatLength() {
        assertThat(new Totp(secret(20), "HmacSHA1", 6, 60).stepAt(119)).isEqualTo(1);
    }

    @Test
    void stepsOfWhenCodeIsAtEitherEndThenFound() {
        assertThat(totp.stepsOf("287082", 1, 5)).containsExactly(1L);
        assertThat(totp.stepsOf("254676", 1, 5)).containsExactly(5L);
    }

    @Test
    void stepsOfWhenCodeIsJustOutsideThenEmpty() {
        assertThat(totp.stepsOf("755224", 1, 5)).isEmpty();
        assertThat(totp.stepsOf("287922", 1, 5)).isEmpty();
    }

    @Test
    void stepsOfWhenStepsShareACodeThenAllInAscendingOrder() {
        assertThat(totp.stepsOf("709847", 2380, 2400)).containsExactly(2386L, 2394L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "87082", "0287082", "28708२", "٢٨٧٠٨٢", "２８７０８２", "287082\u0000", "28708a"})
    void stepsOfWhenNotSixAsciiDigitsThenEmpty(String entered) {
        assertThat(totp.stepsOf(Totp.normalise(entered), 0, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"287082", "287 082", " 287082 ", "2 8 7 0 8 2", "287\u00a0082", "\t287082\r\n"})
    void normaliseWhenSpacesThenRemoved(String typed) {
        assertThat(Totp.normalise(typed)).isEqualTo("287082");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t"})
    void normaliseWhenBlankThenEmpty(String typed) {
        assertThat(Totp.normalise(typed)).isEmpty();
    }

    @Test
    void normaliseWhenOtherCharactersThenKept() {
        assertThat(Totp.normalise("287-082٢")).isEqualTo("287-082٢");
    }

    /** The secret used in the RFCs: the digits 1 to 9 and 0, repeated. */
    private static byte[] secret(int bytes) {
        return "1234567890".repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
