// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.csv;

/**
 * Keeps spreadsheets from running a cell as a formula (OWASP, "CSV Injection"): names and addresses are what users and
 * tenants choose, and whoever opens the file is their administrator. An apostrophe goes before what would begin a
 * formula, at the beginning of a cell and wherever a program that separates cells by semicolons, tabs or line breaks
 * would begin one.
 */
public final class FormulaGuard {
    private static final char APOSTROPHE = '\'';

    /** Also full-width, which some spreadsheets take for the same. */
    private static final String STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** Which a program may drop, and does not see. */
    private static final String QUOTES = "\"'`\u00b4\u2018\u2019\u201c\u201d\u201e\uff02\uff07";

    private static final String SEPARATORS = ";\t\r\n";

    private FormulaGuard() {}

    /** The text with apostrophes where needed. */
    public static String guarded(String text) {
        StringBuilder result = new StringBuilder(text.length() + 1);
        int start = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (isFormula(text, start, end) || (start == 0 && startsWithControl(text))) {
                result.append(APOSTROPHE);
            }
            result.append(text, start, Math.min(end + 1, text.length()));
            start = end + 1;
        }
        return result.toString();
    }

    /** What {@link #guarded} has made of a text, as it was: people copy names from one file into another. */
    public static String unguarded(String cell) {
        boolean isGuarded = !cell.isEmpty()
                && cell.charAt(0) == APOSTROPHE
                && guarded(cell.substring(1)).equals(cell);
        return isGuarded ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text, int start, int end) {
        int at = start;
        while (at < end && isOverlooked(text.charAt(at))) {
            at++;
        }
        return at < end && STARTS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean startsWithControl(String text) {
        return !text.isEmpty() && Character.isISOControl(text.charAt(0));
    }

    private static boolean isOverlooked(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || QUOTES.indexOf(c) >= 0;
    }
}
