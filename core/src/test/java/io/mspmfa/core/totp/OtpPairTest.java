// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.totp.OtpPair.Result;
import io.mspmfa.core.totp.OtpPair.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps are relative to now: -1 is the step before the current one. No two steps near now share a code. */
class OtpPairTest {
    private static final int PERIOD = 30;
    private static final long NOW = 37_037_037;

    /** This step and the one two steps later have the same code. */
    private static final long TWIN = 153_567;

    /** This step and the one three steps later have the same code. */
    private static final long DISTANT_TWIN = 103_424;

    private final Totp totp =
            new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII), "HmacSHA1", 6, PERIOD);

    @ParameterizedTest
    @CsvSource({"-2, -1", "-2, 0", "-2, 1", "-1, 0", "-1, 1", "0, 1"})
    void R10_checkTwoWhenSecondIsLaterAndBothFreshThenAcceptedAndBothUsed(int first, int second) {
        assertThat(checkTwo(code(first), code(second)))
                .isEqualTo(new Result(Verdict.ACCEPTED, List.of(NOW + first, NOW + second)));
    }

    @ParameterizedTest
    @CsvSource({
        "  0,  -1, SECOND_NOT_LATER",
        "  1,   0, SECOND_NOT_LATER",
        "  1,  -1, SECOND_NOT_LATER",
        " -3,   0, FIRST_TOO_OLD",
        " -3,   1, FIRST_TOO_OLD",
        "-20,  -1, FIRST_TOO_OLD",
        "-21,   0, FIRST_WRONG",
        "  2,   0, FIRST_WRONG",
        "  0,  -2, SECOND_TOO_OLD",
        " -2,  -3, SECOND_TOO_OLD",
        " -3,  -2, SECOND_TOO_OLD",
        "  0, -20, SECOND_TOO_OLD",
        "  0, -21, SECOND_WRONG",
        "  0,   2, SECOND_WRONG",
        "-21, -21, SAME_CODE",
        "  0,   0, SAME_CODE",
        "-21,   2, FIRST_WRONG",
    })
    void R10_checkTwoWhenCodesAreOfOtherStepsThenRefusedAndNoneUsed(int first, int second, Verdict verdict) {
        assertThat(checkTwo(code(first), code(second))).isEqualTo(new Result(verdict, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',      '',      FIRST_MISSING",
        "' ',     123456,  FIRST_MISSING",
        "123456,  '',      SECOND_MISSING",
        "123456,  '\u00a0', SECOND_MISSING",
        "000 000, 000000,  SAME_CODE",
        "abcdef,  000000,  FIRST_WRONG",
        "٠٠٠٠٠٠,  000000,  FIRST_WRONG",
    })
    void checkTwoWhenNotCodesThenRefused(String first, String second, Verdict verdict) {
        assertThat(checkTwo(first, second)).isEqualTo(new Result(verdict, List.of()));
    }

    @Test
    void checkTwoWhenOneCodeIsMadeUpThenSaysWhich() {
        assertThat(checkTwo("abcdef", code(0)).verdict()).isEqualTo(Verdict.FIRST_WRONG);
        assertThat(checkTwo(code(0), "abcdef").verdict()).isEqualTo(Verdict.SECOND_WRONG);
    }

    @Test
    void R10_checkTwoWhenSameCodeIsTypedDifferentlyThenSameCode() {
        assertThat(checkTwo(code(0), spaced(code(0))).verdict()).isEqualTo(Verdict.SAME_CODE);
    }

    @Test
    void checkTwoWhenCodesHaveSpacesThenAccepted() {
        assertThat(checkTwo(spaced(code(-1)), " " + code(0) + "\u00a0").verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, PERIOD - 1})
    void checkTwoWhenFirstOrLastSecondOfAStepThenSameWindow(int second) {
        long nowSeconds = NOW * PERIOD + second;

        assertThat(OtpPair.checkTwo(totp, code(-2), code(1), nowSeconds).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(OtpPair.checkTwo(totp, code(-3), code(1), nowSeconds).verdict())
                .isEqualTo(Verdict.FIRST_TOO_OLD);
        assertThat(OtpPair.checkTwo(totp, code(0), code(2), nowSeconds).verdict())
                .isEqualTo(Verdict.SECOND_WRONG);
    }

    @Test
    void checkTwoWhenAnOldStepSharesACodeThenTheFreshStepCounts() {
        long now = DISTANT_TWIN + 3;
        String twin = totp.codeAt(now);
        assertThat(twin).isEqualTo(totp.codeAt(DISTANT_TWIN));

        assertThat(OtpPair.checkTwo(totp, twin, totp.codeAt(now + 1), now * PERIOD))
                .isEqualTo(new Result(Verdict.ACCEPTED, List.of(now, now + 1)));
        assertThat(OtpPair.checkTwo(totp, totp.codeAt(now - 1), twin, now * PERIOD))
                .isEqualTo(new Result(Verdict.ACCEPTED, List.of(now - 1, now)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void R8_checkOneWhenWithinOneStepThenAcceptedAndUsed(int step) {
        assertThat(checkOne(code(step))).isEqualTo(new Result(Verdict.ACCEPTED, List.of(NOW + step)));
    }

    @ParameterizedTest
    @CsvSource({" -2, FIRST_TOO_OLD", "-20, FIRST_TOO_OLD", "-21, FIRST_WRONG", "  2, FIRST_WRONG"})
    void R8_checkOneWhenFurtherAwayThenRefusedAndNoneUsed(int step, Verdict verdict) {
        assertThat(checkOne(code(step))).isEqualTo(new Result(verdict, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"'', FIRST_MISSING", "' \u00a0', FIRST_MISSING", "abcdef, FIRST_WRONG", "٠٠٠٠٠٠, FIRST_WRONG"})
    void checkOneWhenNotACodeThenRefused(String typed, Verdict verdict) {
        assertThat(checkOne(typed)).isEqualTo(new Result(verdict, List.of()));
    }

    @Test
    void checkOneWhenCodeHasSpacesThenAccepted() {
        assertThat(checkOne(spaced(code(0))).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void R9_checkOneWhenTwoFreshStepsShareTheCodeThenBothUsed() {
        long now = TWIN + 1;

        assertThat(OtpPair.checkOne(totp, totp.codeAt(TWIN), now * PERIOD))
                .isEqualTo(new Result(Verdict.ACCEPTED, List.of(TWIN, TWIN + 2)));
    }

    @Test
    void checkOneWhenAnOldStepSharesTheCodeThenOnlyTheFreshOneIsUsed() {
        long now = DISTANT_TWIN + 3;

        assertThat(OtpPair.checkOne(totp, totp.codeAt(now), now * PERIOD))
                .isEqualTo(new Result(Verdict.ACCEPTED, List.of(now)));
    }

    /** 468457 is the code of both steps 153567 and 153569 for this secret. */
    @Test
    void R9_checkTwoWhenACodeBelongsToTwoStepsThenBothAreUsedUp() {
        Result result = OtpPair.checkTwo(totp, totp.codeAt(153566), "468457", 153568L * PERIOD);
        assertThat(result).isEqualTo(new Result(Verdict.ACCEPTED, List.of(153566L, 153567L, 153569L)));
    }

    @Test
    void checkTwoWhenTheFirstCodeAlsoBelongsToALaterStepThenAccepted() {
        Result result = OtpPair.checkTwo(totp, "468457", totp.codeAt(153568), 153568L * PERIOD);
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    private Result checkOne(String typed) {
        return OtpPair.checkOne(totp, typed, NOW * PERIOD);
    }

    private Result checkTwo(String first, String second) {
        return OtpPair.checkTwo(totp, first, second, NOW * PERIOD);
    }

    private String code(int stepsFromNow) {
        return totp.codeAt(NOW + stepsFromNow);
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
