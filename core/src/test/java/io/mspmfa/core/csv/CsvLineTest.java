// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {
    @Test
    void X15_linesEndWithAnyBreakAndBlankOnesAreSkipped() {
        List<CsvLine> lines = CsvLine.read("\ufeffa,b\r\nc,d\n\n  \ne,f\rg", ',');

        assertThat(lines).extracting(CsvLine::number).containsExactly(1, 2, 5, 6);
        assertThat(lines).extracting(line -> line.cell(0)).containsExactly("a", "c", "e", "g");
        assertThat(lines.get(3).cell(1)).isEmpty();
    }

    @Test
    void X15_nothingIsNoLine() {
        assertThat(CsvLine.read("", ',')).isEmpty();
        assertThat(CsvLine.read("\ufeff", ',')).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                a,b,c                  | a/b/c
                a,,c                   | a//c
                ,                      | /
                "a,b",c                | a,b/c
                "a ""b"" c",d          | a "b" c/d
                "",x                   | /x
                O'Neil,x               | O'Neil/x
                """)
    void X15_cellsMayBeQuoted(String line, String cells) {
        CsvLine read = CsvLine.read(line, ',').get(0);

        assertThat(read.fault()).isNull();
        assertThat(read.cells()).isEqualTo(List.of(cells.split("/", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "a,b          | UNCLOSED_QUOTE
                a,"           | UNCLOSED_QUOTE
                "a"",b        | UNCLOSED_QUOTE
                "a"b,c        | STRAY_QUOTE
                a"b,c         | STRAY_QUOTE
                a "b",c       | STRAY_QUOTE
                """)
    void X15_aBrokenLineSwallowsNoOther(String line, LineFault fault) {
        List<CsvLine> lines = CsvLine.read(line + "\nx,y", ',');

        assertThat(lines.get(0).fault()).isEqualTo(fault);
        assertThat(lines.get(0).cells()).isEmpty();
        assertThat(lines.get(1).cells()).containsExactly("x", "y");
    }

    @Test
    void X15_blanksAroundCellsDoNotCount() {
        assertThat(CsvLine.read("  \"a\" ,\t b ", ',').get(0).cells()).containsExactly("a", "b");
    }

    @Test
    void X15_anotherSeparatorIsPossible() {
        assertThat(CsvLine.read("a,b;c", ';').get(0).cells()).containsExactly("a,b", "c");
    }
}
