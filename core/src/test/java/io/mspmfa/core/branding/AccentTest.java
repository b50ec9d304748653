// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTest {
    private static final Colour DARK_CARD = colour("#292e34");

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        Colour blue = colour("#0066cc");

        assertThat(Accent.of(blue, Colour.WHITE)).contains(new Accent(blue, Colour.WHITE));
        assertThat(Accent.near(blue, Colour.WHITE)).isEqualTo(new Accent(blue, Colour.WHITE));
    }

    @ParameterizedTest
    @CsvSource({"#ffcc00, #ffffff", "#777777, #ffffff", "#0066cc, #292e34", "#000000, #292e34", "#ffffff, #ffffff"})
    void oneThatCanNotIsReplacedByTheNearest(String text, String background) {
        Colour asked = colour(text);
        Colour behind = colour(background);

        assertThat(Accent.of(asked, behind)).isEmpty();
        Colour near = Accent.near(asked, behind).colour();

        assertThat(near.contrastTo(behind)).isGreaterThanOrEqualTo(Accent.LEAST).isLessThan(Accent.LEAST + 0.3);
    }

    @Test
    void whateverTheColourIsEverythingCanBeRead() {
        Random random = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            Colour any = new Colour(random.nextInt(0x1000000));
            for (Colour background : new Colour[] {Colour.WHITE, DARK_CARD}) {
                Accent accent = Accent.near(any, background);

                assertThat(accent.colour().contrastTo(background)).isGreaterThanOrEqualTo(Accent.LEAST);
                assertThat(accent.onButton().contrastTo(accent.colour())).isGreaterThanOrEqualTo(Accent.LEAST);
            }
        }
    }

    private static Colour colour(String text) {
        return Colour.read(text).orElseThrow();
    }
}
