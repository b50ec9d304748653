// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.Sentence;
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

    /** What is wrong with a value; empty if nothing is. */
    Optional<Sentence> problem(String text) {
        return switch (this) {
            case NAME ->
                unless(BrandText.isOne(text, NAME_CHARACTERS), FieldFault.NOT_PLAIN_LINE.with(NAME_CHARACTERS));
            case SENTENCE ->
                unless(BrandText.isOne(text, SENTENCE_CHARACTERS), FieldFault.NOT_PLAIN_LINE.with(SENTENCE_CHARACTERS));
            case APP_NAME ->
                unless(text.indexOf(':') < 0, FieldFault.COLON.with()).or(() -> NAME.problem(text));
            case COLOUR -> unless(Colour.read(text).isPresent(), FieldFault.NOT_COLOUR.with());
            case ACCENT -> COLOUR.problem(text).or(() -> Colour.read(text).flatMap(BrandValue::onWhite));
            case LINK -> unless(BrandLink.read(text).isPresent(), FieldFault.NOT_LINK.with());
            case IMAGE -> BrandImage.problem(text);
            case FLAG -> Optional.empty(); // its type says it all
        };
    }

    private static Optional<Sentence> unless(boolean isRight, Sentence problem) {
        return isRight ? Optional.empty() : Optional.of(problem);
    }

    private static Optional<Sentence> onWhite(Colour colour) {
        return Accent.of(colour, Colour.WHITE).isPresent()
                ? Optional.empty()
                : Optional.of(FieldFault.LOW_CONTRAST.with(
                        Math.floor(colour.contrastTo(Colour.WHITE) * 10) / 10,
                        Accent.LEAST,
                        Accent.near(colour, Colour.WHITE).colour().text()));
    }
}
