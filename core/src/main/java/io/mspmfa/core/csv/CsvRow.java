// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of a CSV file (RFC 4180), in which a spreadsheet finds no formula ({@link FormulaGuard}). */
public final class CsvRow {
    private static final String END = "\r\n";

    private CsvRow() {}

    /**
     * A row with its end.
     *
     * @param separator between the cells
     * @param cells numbers and truth values stay as they are, texts are guarded; null is an empty cell
     */
    public static String of(char separator, List<? extends @Nullable Object> cells) {
        return cells.stream().map(cell -> cell(separator, cell)).collect(Collectors.joining(String.valueOf(separator)))
                + END;
    }

    private static String cell(char separator, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        boolean isPlain = value instanceof Number || value instanceof Boolean;
        return isPlain ? value.toString() : quoted(separator, FormulaGuard.guarded(value.toString()));
    }

    /** Quoted if it must be, or if another program might take a part of it for the end of the cell. */
    private static String quoted(char separator, String text) {
        boolean needsQuotes = text.indexOf(separator) >= 0
                || text.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || Character.isISOControl(c))
                || !text.equals(text.strip());
        return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
