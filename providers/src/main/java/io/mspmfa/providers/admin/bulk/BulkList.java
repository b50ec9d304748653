// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.core.csv.CsvLine;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.Problem;
import java.util.List;
import java.util.Locale;

/**
 * A list of changes.
 *
 * @param separator what separates the cells of a line: a comma, or a semicolon, which spreadsheets write where the comma is
 *     in numbers. The header line shows which.
 * @param lines without the header
 */
record BulkList(char separator, List<CsvLine> lines) {
    /** The longest list; about 400 bytes for each line of the largest number. */
    static final int MAX_BYTES = 4_194_304;

    /** Minutes of work, which clients and proxies can still wait for. */
    static final int MAX_LINES = 10_000;

    /** The columns; the last one may be missing. */
    private static final List<String> COLUMNS = List.of("user", "action", "reason");

    private static final String HEADER = String.join(",", COLUMNS);

    BulkList {
        lines = List.copyOf(lines);
    }

    /** How many cells a line can have. */
    static int columns() {
        return COLUMNS.size();
    }

    /** Reads a list; refuses the call if it has no header or too many lines. */
    static BulkList read(String text) {
        char separator = text.lines().findFirst().orElse("").indexOf(';') >= 0 ? ';' : ',';
        List<CsvLine> lines = CsvLine.read(text, separator);
        if (lines.isEmpty() || !isHeader(lines.get(0))) {
            throw Problem.invalid("", FieldFault.NOT_HEADED, HEADER);
        }
        if (lines.size() - 1 > MAX_LINES) {
            throw Problem.invalid("", FieldFault.TOO_MANY_LINES, MAX_LINES);
        }
        return new BulkList(separator, lines.subList(1, lines.size()));
    }

    private static boolean isHeader(CsvLine line) {
        List<String> names =
                line.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        return names.equals(COLUMNS) || names.equals(COLUMNS.subList(0, COLUMNS.size() - 1));
    }
}
