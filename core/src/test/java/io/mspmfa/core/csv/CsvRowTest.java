// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowTest {
    @Test
    void X15_numbersAndTruthValuesStayWhatTheyAre() {
        assertThat(CsvRow.of(',', Arrays.asList(-3, 7L, true, null, "x"))).isEqualTo("-3,7,true,,x\r\n");
    }

    @Test
    void X15_cellsAreQuotedWhereTheyMustBe() {
        assertThat(CsvRow.of(',', List.of("a,b", "a\"b", "a;b", "a\nb", " a", "a b")))
                .isEqualTo("\"a,b\",\"a\"\"b\",\"a;b\",\"a\nb\",\" a\",a b\r\n");
        assertThat(CsvRow.of(';', List.of("a,b", "a"))).isEqualTo("\"a,b\";a\r\n");
    }

    @Test
    void X15_formulasAreGuarded() {
        assertThat(CsvRow.of(',', List.of("=HYPERLINK(\"x\",\"y\")")))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }
}
