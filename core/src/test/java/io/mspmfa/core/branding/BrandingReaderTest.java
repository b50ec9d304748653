// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.branding.BrandingReader.Reading;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.Said;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandingReaderTest {
    private static final String SVG =
            image("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h8v8z\"/></svg>");

    @Test
    void everyFieldIsReadAndWrittenAgain() {
        Map<BrandField, String> values = Arrays.stream(BrandField.values())
                .collect(Collectors.toMap(field -> field, BrandingReaderTest::example));
        Branding all = new Branding(values);

        Reading reading = BrandingReader.read(all.json().toString());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.branding()).isEqualTo(all);
        assertThat(all.json().path("colours").path("accent").asText()).isEqualTo("#0066cc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"productName": "<b>Acme</b>"}               | productName    | not_plain_line {max=60}
                    {"productName": 7}                           | productName    | not_text
                    {"productName": null}                        | productName    | not_text
                    {"everyTheme": "true"}                       | everyTheme     | not_flag
                    {"colours": {"accent": "red"}}               | colours.accent | not_colour
                    {"colours": {"accent": "#ffcc00"}}           | colours.accent | low_contrast {contrast=1.5, min=4.5, suggestion=#8f7200}
                    {"colours": {"page": "url(x)"}}              | colours.page   | not_colour
                    {"colours": "#0066cc"}                       | colours        | not_object
                    {"links": {"imprint": "javascript:x"}}       | links.imprint  | not_link
                    {"appName": "Acme: VPN"}                     | appName        | colon
                    {"logo": {"light": "https://x.example/a"}}   | logo.light     | not_image
                    {"logo.light": "x"}                          | logo.light     | not_known
                    {"css": "body{}"}                            | css            | not_known
                    {"support": {"phone": "1"}}                  | support.phone  | not_known
                    """)
    void eachProblemNamesItsField(String json, String field, String reason) {
        assertThat(Said.by(BrandingReader.read(json).problems())).containsExactly(field + ": " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{} {}", "{\"productName\": \"a\", \"productName\": \"b\"}"})
    void anythingElseSaysNothing(String text) {
        Reading reading = BrandingReader.read(text);

        assertThat(reading.branding()).isEqualTo(Branding.NONE);
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEmpty());
    }

    @Test
    void whatCanNotBeReadIsInheritedFieldByField() {
        Branding provider = new Branding(Map.of(BrandField.PRODUCT_NAME, "Contoso", BrandField.ACCENT, "#0066cc"));

        Reading tenant = BrandingReader.read("{\"productName\": \"${7*7}\", \"mailSender\": \"Acme\"}");

        assertThat(tenant.problems()).hasSize(1);
        assertThat(tenant.branding().over(provider).values())
                .containsOnly(
                        Map.entry(BrandField.PRODUCT_NAME, "Contoso"),
                        Map.entry(BrandField.ACCENT, "#0066cc"),
                        Map.entry(BrandField.MAIL_SENDER, "Acme"));
    }

    @Test
    void imagesAreWhatTheySay() {
        String active = image("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
        String lie = SVG.replace("image/svg+xml", "image/png");

        assertThat(BrandImage.read(SVG)).get().extracting(BrandImage::kind).isEqualTo(Picture.Kind.SVG);
        assertThat(BrandImage.problem(lie)).contains(FieldFault.OTHER_MEDIA_TYPE.with("image/svg+xml"));
        assertThat(BrandImage.problem(active)).contains(FieldFault.ACTIVE_SVG.with());
        assertThat(BrandImage.problem(image("image/png", "<html></html>"))).contains(FieldFault.NOT_PICTURE.with());
        assertThat(BrandImage.problem("data:image/png;base64," + "A".repeat(90_000)))
                .contains(FieldFault.IMAGE_TOO_BIG.with(64));
        assertThat(BrandImage.read(lie)).isEmpty();
    }

    @Test
    void noProblemQuotesAValue() {
        Reading reading = BrandingReader.read("{\"productName\": \"<secret>\", \"links\": {\"privacy\": \"secret\"}}");

        assertThat(reading.problems())
                .hasSize(2)
                .noneMatch(problem -> Said.by(problem).contains("secret"));
    }

    private static String example(BrandField field) {
        return switch (field) {
            case LOGO, LOGO_DARK, ICON, BACKGROUND -> SVG;
            case ACCENT, PAGE -> "#0066cc";
            case SUPPORT_LINK, IMPRINT, PRIVACY -> "https://msp.example/" + field.path();
            case EVERY_THEME -> "true";
            case TENANT_MAY_CHANGE -> "false";
            default -> "Acme via Contoso";
        };
    }

    private static String image(String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
