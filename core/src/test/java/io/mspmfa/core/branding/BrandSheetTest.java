// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandSheetTest {
    @Test
    void X16_aBrandWithoutLooksHasNoStylesheet() {
        Branding brand = new Branding(Map.of(BrandField.PRODUCT_NAME, "Contoso"));
        assertThat(BrandSheet.of(brand, field -> Optional.empty())).isEmpty();
    }

    @Test
    void X16_imagesAreNamedByFile() {
        String css = BrandSheet.of(
                Branding.NONE,
                field -> field == BrandField.LOGO || field == BrandField.LOGO_DARK
                        ? Optional.of(field + ".png")
                        : Optional.empty());
        assertThat(css).isEqualTo("""
                        .msp-brand-with-logo {
                          background-image: url("LOGO.png");
                        }
                        .pf-v5-theme-dark .msp-brand-with-logo {
                          background-image: url("LOGO_DARK.png");
                        }
                        """);
    }

    @Test
    void X16_aPictureBehindTheNameIsCovered() {
        String css = BrandSheet.of(
                Branding.NONE, field -> field == BrandField.BACKGROUND ? Optional.of("hills.jpg") : Optional.empty());
        assertThat(css).isEqualTo("""
                        .login-pf body::before {
                          background-image: url("hills.jpg");
                        }
                        :root {
                          --msp-brand-veil: 100%;
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0066cc", "#000000", "#b3261e", "#00695c", "#5b2a86"})
    void X16_buttonsAndLinksCanBeReadInBothModes(String accent) {
        String css = BrandSheet.of(new Branding(Map.of(BrandField.ACCENT, accent)), field -> Optional.empty());
        String light = css.substring(0, css.indexOf(".pf-v5"));
        String dark = css.substring(css.indexOf(".pf-v5"));
        assertReadable(light, Colour.WHITE);
        assertReadable(dark, BrandSheet.DARK_CARD);
        assertThat(value(light, "accent")).isEqualTo(Colour.read(accent).orElseThrow());
    }

    private static void assertReadable(String rule, Colour card) {
        for (String name : new String[] {"accent", "accent-hover"}) {
            assertThat(value(rule, name).contrastTo(card)).isGreaterThanOrEqualTo(Accent.LEAST);
            assertThat(value(rule, name).contrastTo(value(rule, "on-accent"))).isGreaterThanOrEqualTo(Accent.LEAST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffe08a", "#112244", "#808080"})
    void X16_theColourAroundTheCardIsDarkInDarkMode(String page) {
        String css = BrandSheet.of(new Branding(Map.of(BrandField.PAGE, page)), field -> Optional.empty());
        String dark = css.substring(css.indexOf(".pf-v5"));
        assertThat(value(css, "page").text()).isEqualTo(page);
        assertThat(value(css, "page").contrastTo(value(css, "on-page"))).isGreaterThanOrEqualTo(Accent.LEAST);
        assertThat(value(dark, "page").luminance()).isLessThan(0.1);
        assertThat(value(dark, "on-page")).isEqualTo(Colour.WHITE);
    }

    private static Colour value(String css, String name) {
        Matcher matcher =
                Pattern.compile("--msp-brand-" + name + ": (#[0-9a-f]{6});").matcher(css);
        assertThat(matcher.find()).isTrue();
        return Colour.read(matcher.group(1)).orElseThrow();
    }
}
