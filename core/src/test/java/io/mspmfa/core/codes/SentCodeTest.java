// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.codes.SentCode.Delivery;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentCodeTest {
    private static final SecretKey KEY =
            new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    private static final SecretKey OTHER_KEY =
            new SecretKeySpec("fedcba9876543210".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    private static final CodePlace PLACE = new CodePlace("r", "s", "u", "email", "login", "t");
    private static final long NOW = 1_000_000;
    private static final SentCode SENT = SentCode.of(NOW, PLACE, Delivery.SENT, "12345678", KEY);

    @Test
    void R13_codesAreRandomDigitsWithLeadingZeros() {
        SecureRandom random = new SecureRandom();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            codes.add(SentCode.random(random, 8));
        }

        assertThat(codes).hasSizeGreaterThan(1990).allMatch(code -> code.matches("[0-9]{8}"));
        assertThat(codes).anyMatch(code -> code.startsWith("0"));
    }

    @Test
    void R15_onlyThatCodeIsRightThere() {
        assertThat(SENT.isRight("12345678", PLACE, KEY)).isTrue();
        assertThat(SENT.isRight("12345679", PLACE, KEY)).isFalse();
        assertThat(SENT.isRight("", PLACE, KEY)).isFalse();
        assertThat(SENT.isRight("12345678", PLACE, OTHER_KEY)).isFalse();
    }

    static List<CodePlace> otherPlaces() {
        return List.of(
                new CodePlace("x", "s", "u", "email", "login", "t"),
                new CodePlace("r", "x", "u", "email", "login", "t"),
                new CodePlace("r", "s", "x", "email", "login", "t"),
                new CodePlace("r", "s", "u", "sms", "login", "t"),
                new CodePlace("r", "s", "u", "email", "confirm", "t"),
                new CodePlace("r", "s", "u", "email", "login", "x"),
                new CodePlace("rs", "", "u", "email", "login", "t"));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void R15_itIsWrongAnywhereElse(CodePlace other) {
        assertThat(SENT.isRight("12345678", other, KEY)).isFalse();
    }

    @Test
    void R14_itIsAliveForFiveMinutes() {
        assertThat(SENT.isAlive(NOW + 299)).isTrue();
        assertThat(SENT.isAlive(NOW + 300)).isFalse();
    }

    @Test
    void R17_anotherMayBeSentAfterThirtySeconds() {
        assertThat(SENT.secondsToRetry(NOW)).isEqualTo(30);
        assertThat(SENT.secondsToRetry(NOW + 29)).isEqualTo(1);
        assertThat(SENT.secondsToRetry(NOW + 31)).isZero();
    }

    @Test
    void nothingIsRightIfTheCodeWasLost() {
        SentCode lost = SentCode.lost(NOW, "t", Delivery.FAILED, 30);

        assertThat(lost.isAlive(NOW)).isFalse();
        assertThat(lost.isRight("12345678", PLACE, KEY)).isFalse();
        assertThat(lost.isRight("", PLACE, KEY)).isFalse();
    }

    @Test
    void theTextFormCanBeReadAgain() {
        assertThat(SentCode.read(SENT.text())).contains(SENT);
    }

    @Test
    void R20_theTextFormDoesNotContainTheCode() {
        assertThat(SENT.text()).doesNotContain("12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "||||", "2|t|SENT|3", "2|t|LOST|3|m", "a|t|SENT|3|m", "2|t|SENT|3|m|x"})
    void anythingElseIsNotRead(String text) {
        assertThat(SentCode.read(text)).isEmpty();
    }
}
