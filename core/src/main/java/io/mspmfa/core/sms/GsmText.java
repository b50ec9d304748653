// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sms;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The GSM 7-bit default alphabet (3GPP TS 23.038, section 6.2.1). A text in it may have 160 characters in one message, any
 * other text 70; longer ones are charged as several.
 */
public final class GsmText {
    /** The characters in the order of their codes; code 27 is the escape and stands for no character. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uffffÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final int ESCAPE = 27;

    /** Characters that take an escape and a code each, with those codes at the same place below. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] EXTENSION_CODES = {10, 20, 40, 41, 47, 60, 61, 62, 64, 101};

    private GsmText() {}

    /** The text as codes, one per byte; empty if it contains other characters. */
    public static Optional<byte[]> encode(String text) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int basic = BASIC.indexOf(text.charAt(i));
            int extended = EXTENSION.indexOf(text.charAt(i));
            if (extended >= 0) {
                codes.write(ESCAPE);
                codes.write(EXTENSION_CODES[extended]);
            } else if (basic >= 0 && basic != ESCAPE) {
                codes.write(basic);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(codes.toByteArray());
    }
}
