// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colour of a brand's buttons and links on a background, and the text on such a button. Everything that is read has
 * the contrast that WCAG 2.2 AA asks of text (success criterion 1.4.3).
 *
 * @param colour of links, and of buttons
 * @param onButton the text of a button
 */
public record Accent(Colour colour, Colour onButton) {
    /** The least contrast of text of any size. */
    public static final double LEAST = 4.5;

    private static final int STEPS = 100;

    /** A brand's colour as it is; empty if it can't be read on this background. */
    public static Optional<Accent> of(Colour colour, Colour background) {
        return Optional.of(colour)
                .filter(link -> link.contrastTo(background) >= LEAST)
                .map(link -> new Accent(link, textOn(link)));
    }

    /**
     * The colour that is most like a brand's colour and can be read: a lighter one on a dark background, a darker one on
     * a light background. The colour itself if it can be read.
     */
    public static Accent near(Colour colour, Colour background) {
        Colour end = textOn(background);
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> of(colour.towards(end, step / (double) STEPS), background))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(); // at the end is black or white
    }

    /** Black or white, whichever can be read better; one of them always has more than {@link #LEAST}. */
    static Colour textOn(Colour background) {
        return background.contrastTo(Colour.WHITE) >= background.contrastTo(Colour.BLACK) ? Colour.WHITE : Colour.BLACK;
    }
}
