// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.Branding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MailBrandTest {
    private static final String TENANT = "Acme Ltd";
    private static final String PNG = image("png", 2);
    private static final String OTHER_PNG = image("png", 3);
    private static final String JPEG = image("jpeg", 2);
    private static final String SVG = data(
            "svg+xml",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h8v8z\"/></svg>".getBytes(StandardCharsets.UTF_8));

    @Test
    void noBrandSaysNothing() {
        assertThat(shown(Map.of())).isEmpty();
    }

    @Test
    void pngAndJpegAreShown() {
        assertThat(shown(Map.of(BrandField.LOGO, PNG)).get("logo").toString()).endsWith(".png");
        assertThat(shown(Map.of(BrandField.LOGO, JPEG)).get("logo").toString()).startsWith("https://sso.example/");
    }

    @Test
    void whatMailProgramsDontShowIsLeftOut() {
        assertThat(shown(Map.of(BrandField.LOGO, SVG))).isEmpty();
        assertThat(shown(Map.of(BrandField.LOGO, SVG, BrandField.LOGO_DARK, PNG)))
                .isEmpty();
        assertThat(shown(Map.of(BrandField.LOGO, PNG, BrandField.LOGO_DARK, SVG)))
                .containsOnlyKeys("logo", "name");
    }

    @Test
    void aLogoMayHaveATwinForDarkMode() {
        Map<String, Object> shown = shown(Map.of(BrandField.LOGO, PNG, BrandField.LOGO_DARK, OTHER_PNG));
        assertThat(shown).containsOnlyKeys("logo", "logoDark", "name");
        assertThat(shown.get("logoDark")).isNotEqualTo(shown.get("logo"));
    }

    @Test
    void withoutAnAddressTheNameIsShown() {
        Brand brand = brand(Map.of(BrandField.LOGO, PNG, BrandField.PRODUCT_NAME, "Contoso"));
        assertThat(MailBrand.of(brand, TENANT, file -> Optional.empty()))
                .isEqualTo(Map.of("name", "Contoso", "tenant", TENANT));
    }

    @Test
    void theTenantIsNotNamedTwice() {
        assertThat(shown(Map.of(BrandField.PRODUCT_NAME, TENANT))).isEqualTo(Map.of("name", TENANT));
        assertThat(shown(Map.of(BrandField.LOGO, PNG)))
                .containsEntry("name", TENANT)
                .doesNotContainKey("tenant");
    }

    @Test
    void anAccentIsLighterOnADarkCard() {
        assertThat(shown(Map.of(BrandField.ACCENT, "#7C2D92")))
                .containsOnlyKeys("accent", "onAccent", "accentDark", "onAccentDark")
                .containsEntry("accent", "#7c2d92")
                .containsEntry("onAccent", "#ffffff")
                .containsEntry("onAccentDark", "#000000");
    }

    @Test
    void linksAreShown() {
        assertThat(shown(Map.of(
                        BrandField.SUPPORT_CONTACT, "Help desk",
                        BrandField.SUPPORT_LINK, "https://help.example/",
                        BrandField.PRIVACY, "https://privacy.example/")))
                .isEqualTo(Map.of(
                        "supportContact", "Help desk",
                        "supportLink", "https://help.example/",
                        "privacy", "https://privacy.example/"));
    }

    private static Map<String, Object> shown(Map<BrandField, String> values) {
        return MailBrand.of(brand(values), TENANT, file -> Optional.of("https://sso.example/" + file));
    }

    private static Brand brand(Map<BrandField, String> values) {
        Map<BrandField, String> all = new EnumMap<>(BrandField.class);
        all.putAll(values);
        return new Brand(new Branding(all));
    }

    private static String image(String format, int side) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return data(format, file.toByteArray());
    }

    private static String data(String kind, byte[] content) {
        return "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
