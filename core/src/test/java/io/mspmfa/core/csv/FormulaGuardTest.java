// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1234",
                "-2",
                "@SUM(A1)",
                "\tharmless",
                "\rharmless",
                "\nharmless",
                "\u0001x",
                " =1",
                "\u00a0=1",
                "\u3000=1",
                "\u200b=1",
                "\u202e=1",
                "\ufeff=1",
                "\"=1",
                "'=1",
                "\"'\" =1",
                "\u201c=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM"
            })
    void X15_whatWouldBeginAFormulaGetsAnApostrophe(String text) {
        String guarded = FormulaGuard.guarded(text);

        assertThat(guarded).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguarded(guarded)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "O'Neil",
                "'ada",
                "ada@acme.test",
                "a=b",
                "2026-11-29T07:00:00Z",
                "12",
                "\u05e2\u05d3\u05d4",
                "<b>Ada</b>",
                "a, -b",
                "{\"mode\":\"required\"}"
            })
    void X15_otherTextsStayAsTheyAre(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguarded(text)).isEqualTo(text);
    }

    /** Where a spreadsheet separates cells by semicolons or tabs, these begin one. */
    @Test
    void X15_soDoesWhatFollowsAnotherSeparator() {
        assertThat(FormulaGuard.guarded("a;=1;b; +2")).isEqualTo("a;'=1;b;' +2");
        assertThat(FormulaGuard.guarded("a\t=1")).isEqualTo("a\t'=1");
        assertThat(FormulaGuard.guarded("\t=1")).isEqualTo("'\t'=1");
        assertThat(FormulaGuard.guarded("\r=1")).isEqualTo("'\r'=1");
        assertThat(FormulaGuard.guarded("a\r\n=1")).isEqualTo("a\r\n'=1");
        assertThat(FormulaGuard.guarded(";")).isEqualTo(";");
    }
}
