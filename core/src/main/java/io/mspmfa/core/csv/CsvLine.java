// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a CSV file. Cells can't contain line breaks, unlike in RFC 4180: a quotation mark that somebody forgot would
 * otherwise swallow the lines that follow.
 *
 * @param number counted from 1
 * @param cells without surrounding blanks; empty if the line is broken
 * @param fault what is wrong with the line; null if nothing is
 */
public record CsvLine(
        int number, List<String> cells, @Nullable LineFault fault) {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    public CsvLine {
        cells = List.copyOf(cells);
    }

    /** The lines of a file, without blank ones. They end with CR, LF or both. A byte-order mark is dropped. */
    public static List<CsvLine> read(String text, char separator) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String[] lines = content.split("\r\n|\r|\n", -1);
        List<CsvLine> read = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                read.add(parse(i + 1, lines[i], separator));
            }
        }
        return read;
    }

    /** The cell of a column; empty if the line has fewer. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static CsvLine parse(int number, String line, char separator) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int begin = skipBlanks(line, at, separator);
            boolean isQuoted = begin < line.length() && line.charAt(begin) == '"';
            int end = isQuoted ? endOfQuoted(line, begin) : endOfPlain(line, begin, separator);
            int next = end < 0 ? end : skipBlanks(line, end, separator);
            if (end < 0) {
                return new CsvLine(number, List.of(), LineFault.UNCLOSED_QUOTE);
            }
            if (next < line.length() && line.charAt(next) != separator) {
                return new CsvLine(number, List.of(), LineFault.STRAY_QUOTE);
            }
            cells.add(isQuoted ? unquoted(line.substring(begin + 1, end - 1)) : line.substring(begin, end));
            at = next + 1;
        }
        return new CsvLine(number, cells.stream().map(String::strip).toList(), null);
    }

    /** After the closing quotation mark; -1 if there is none. Two of them stand for one inside. */
    private static int endOfQuoted(String line, int begin) {
        int at = line.indexOf('"', begin + 1);
        while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == '"') {
            at = line.indexOf('"', at + 2);
        }
        return at < 0 ? -1 : at + 1;
    }

    private static int endOfPlain(String line, int begin, char separator) {
        int at = begin;
        while (at < line.length() && line.charAt(at) != separator && line.charAt(at) != '"') {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String line, int from, char separator) {
        int at = from;
        while (at < line.length()
                && line.charAt(at) != separator
                && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static String unquoted(String inside) {
        return inside.replace("\"\"", "\"");
    }
}
