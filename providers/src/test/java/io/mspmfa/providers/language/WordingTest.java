// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                          | en",
                "''                         | en",
                "de                         | de",
                "DE-at                      | de",
                "pt                         | pt-BR",
                "pt-PT                      | pt-BR",
                "pt-BR                      | pt-BR",
                "zh, ja;q=0.2               | ja",
                "it;q=0.1, pl;q=0.9, *;q=0  | pl",
                "de;q=0                     | en",
                "*                          | en",
                "de;q=2                     | en",
                "_                          | en"
            })
    void X16_theLanguageIsTheBestOfOurs(String header, String language) {
        assertThat(Wording.wanted(header)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void X16_aHeaderThatNoBrowserSendsIsNotRead() {
        assertThat(Wording.wanted("de," + "x,".repeat(200))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void X16_eachLanguageHasItsOwnWords() {
        assertThat(Wording.LANGUAGES)
                .extracting(language -> Wording.of(FieldFault.TOO_LONG.with(65_536), language))
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    @Test
    void X16_numbersAreAsTheLanguageWritesThemInOrdinaryDigits() {
        assertThat(Wording.of(FieldFault.TOO_LONG.with(65_536), Locale.ENGLISH)).contains("65,536");
        assertThat(Wording.of(FieldFault.TOO_LONG.with(65_536), Locale.GERMAN)).contains("65.536");
        assertThat(Wording.of(FieldFault.OUT_OF_RANGE.with(0, 30), Locale.forLanguageTag("ar")))
                .contains("0", "30");
    }

    @Test
    void aListIsWrittenWithCommas() {
        assertThat(Wording.of(FieldFault.NOT_ONE_OF.with(List.of("off", "required")), Locale.ENGLISH))
                .isEqualTo("must be one of off, required");
    }

    @Test
    void whatIsQuotedIsNeverAPattern() {
        assertThat(Wording.of(FieldFault.WEAKER_THAN_FLOOR.with("{0} it''s {1}"), Locale.ENGLISH))
                .endsWith(": {0} it''s {1}");
    }

    @Test
    void problemsAreOneSentenceInALog() {
        assertThat(Wording.english(List.of(
                        FieldProblem.of("", FieldFault.NOT_JSON), FieldProblem.of("mode", FieldFault.NOT_FLAG))))
                .isEqualTo("is not valid JSON; mode: must be true or false");
    }
}
