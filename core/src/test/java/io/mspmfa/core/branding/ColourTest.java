// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
    /** The first four as WebAIM's contrast checker gives them. */
    @ParameterizedTest
    @CsvSource({
        "#ffffff, #000000, 21.0",
        "#777777, #ffffff, 4.48",
        "#0066CC, #ffffff, 5.57",
        "#ff0000, #ffffff, 4.00",
        "#123456, #123456, 1.0",
    })
    void contrastIsThatOfWcag(String one, String two, double contrast) {
        Colour first = Colour.read(one).orElseThrow();
        Colour second = Colour.read(two).orElseThrow();

        assertThat(first.contrastTo(second)).isCloseTo(contrast, within(0.01));
        assertThat(second.contrastTo(first)).isEqualTo(first.contrastTo(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#fff",
                "#12345",
                "#1234567",
                "#12345g",
                "123456",
                " #123456",
                "#123456\n",
                "url(x)",
                "rgb(1,2,3)",
                "#12345６"
            })
    void anythingElseIsNoColour(String text) {
        assertThat(Colour.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"#0A0b0C, #0a0b0c", "#000000, #000000", "#FFFFFF, #ffffff"})
    void theTextFormIsInLowerCase(String text, String lower) {
        assertThat(Colour.read(text)).map(Colour::text).contains(lower);
    }
}
