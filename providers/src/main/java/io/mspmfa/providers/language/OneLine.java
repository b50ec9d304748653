// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.language;

/** Text that people have typed, as a single line: as part of a header, it must not start another one. */
public final class OneLine {
    private OneLine() {}

    /** The text in one line. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /**
     * The same, cut if it is longer than that.
     *
     * @param longest in characters
     */
    public static String of(String text, int longest) {
        String line = of(text);
        return line.length() > longest ? line.substring(0, longest) + "…" : line;
    }
}
