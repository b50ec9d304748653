// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An opaque colour in sRGB.
 *
 * @param rgb eight bits each of red, green and blue, 0 to 0xFFFFFF
 */
public record Colour(int rgb) {
    /** The text of a button, and the card in light mode. */
    public static final Colour WHITE = new Colour(0xFFFFFF);

    /** The other text of a button. */
    public static final Colour BLACK = new Colour(0x000000);

    private static final int MOST = 0xFFFFFF;
    private static final int CHANNEL = 0xFF;
    private static final Pattern TEXT = Pattern.compile("#[0-9A-Fa-f]{6}");

    public Colour {
        if (rgb < 0 || rgb > MOST) {
            throw new IllegalArgumentException("no colour");
        }
    }

    /** Reads {@code #rrggbb}; empty for anything else, such as words, short forms and functions of CSS. */
    public static Optional<Colour> read(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new Colour(Integer.parseInt(text.substring(1), 16)))
                : Optional.empty();
    }

    /** The text form, in lower case. */
    public String text() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** The ratio of two colours' luminance, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public double contrastTo(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** How bright it looks, 0 to 1 (WCAG 2.2, "relative luminance"). */
    double luminance() {
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
    }

    /** The colour on the way to another one, of which it has this share, 0 to 1. */
    Colour towards(Colour other, double share) {
        return new Colour(mixed(other, share, 16) | mixed(other, share, 8) | mixed(other, share, 0));
    }

    private int mixed(Colour other, double share, int shift) {
        double mixed = channel(shift) + (other.channel(shift) - channel(shift)) * share;
        return (int) Math.round(mixed) << shift;
    }

    private double linear(int shift) {
        double value = channel(shift) / (double) CHANNEL;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private int channel(int shift) {
        return rgb >> shift & CHANNEL;
    }
}
