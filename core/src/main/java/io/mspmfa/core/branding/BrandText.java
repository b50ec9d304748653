// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.regex.Pattern;

/** Which names and sentences a brand may show: one line, nothing that a page, a template or a mail could take for code. */
public final class BrandText {
    /** Control characters, line breaks, and characters that change the direction of what follows (UAX 9). */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    /** Markup, and what FreeMarker and message formats replace. */
    private static final Pattern CODE = Pattern.compile("[<>{}]");

    private BrandText() {}

    /**
     * Whether a text may be shown.
     *
     * @param most characters, as a reader counts them (code points)
     */
    public static boolean isOne(String text, int most) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && !INVISIBLE.matcher(text).find()
                && !CODE.matcher(text).find();
    }
}
