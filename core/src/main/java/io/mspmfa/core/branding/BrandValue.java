// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Locale;
import java.util.Optional;

/** The kinds of values in a brand. */
enum BrandValue {
    NAME,
    SENTENCE,
    /** A colon would end the name in the address behind the QR code (Key URI format, "label"). */
    APP_NAME,
    COLOUR,
    /** In dark mode, a lighter colour takes its place where necessary. */
    ACCENT,
    LINK,
    IMAGE,
    /** In the document a boolean, here its text. */
    FLAG;

    private static final int NAME_CHARACTERS = 60;
    private static final int SENTENCE_CHARACTERS = 200;

    /** What is wrong with a value, as the end of a sentence; empty if nothing is. */
    Optional<String> problem(String text) {
        return switch (this) {
            case NAME -> unless(BrandText.isOne(text, NAME_CHARACTERS), oneLine(NAME_CHARACTERS));
            case SENTENCE -> unless(BrandText.isOne(text, SENTENCE_CHARACTERS), oneLine(SENTENCE_CHARACTERS));
            case APP_NAME ->
                unless(text.indexOf(':') < 0, "must not contain a colon").or(() -> NAME.problem(text));
            case COLOUR -> unless(Colour.read(text).isPresent(), "must be a colour such as #0066cc");
            case ACCENT -> COLOUR.problem(text).or(() -> Colour.read(text).flatMap(BrandValue::onWhite));
            case LINK ->
                unless(
                        BrandLink.read(text).isPresent(),
                        "must be an address that begins with https:// or mailto:, without special characters");
            case IMAGE -> BrandImage.problem(text);
            case FLAG -> Optional.empty(); // its type says it all
        };
    }

    private static Optional<String> unless(boolean isRight, String problem) {
        return isRight ? Optional.empty() : Optional.of(problem);
    }

    private static String oneLine(int most) {
        return "must be one line of at most " + most + " characters without < > { }";
    }

    private static Optional<String> onWhite(Colour colour) {
        return unless(
                Accent.of(colour, Colour.WHITE).isPresent(),
                String.format(
                        Locale.ROOT,
                        "can't be read on white: its contrast is %.1f instead of at least %.1f. The nearest that can is %s",
                        colour.contrastTo(Colour.WHITE),
                        Accent.LEAST,
                        Accent.near(colour, Colour.WHITE).colour().text()));
    }
}
