// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.branding.BrandingReader.Reading;
import io.mspmfa.core.policy.FieldProblem;
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
                    {"productName": "<b>Acme</b>"}               | productName    | must be one line of at most 60 characters without < > { }
                    {"productName": 7}                           | productName    | must be a text
                    {"productName": null}                        | productName    | must be a text
                    {"everyTheme": "true"}                       | everyTheme     | must be true or false
                    {"colours": {"accent": "red"}}               | colours.accent | must be a colour such as #0066cc
                    {"colours": {"accent": "#ffcc00"}}           | colours.accent | can't be read on white: its contrast is 1.5 instead of at least 4.5. The nearest that can is #8f7200
                    {"colours": {"page": "url(x)"}}              | colours.page   | must be a colour such as #0066cc
                    {"colours": "#0066cc"}                       | colours        | must be an object
                    {"links": {"imprint": "javascript:x"}}       | links.imprint  | must be an address that begins with https:// or mailto:, without special characters
                    {"appName": "Acme: VPN"}                     | appName        | must not contain a colon
                    {"logo": {"light": "https://x.example/a"}}   | logo.light     | must be an image as data:image/png;base64,...
                    {"logo.light": "x"}                          | logo.light     | is not known
                    {"css": "body{}"}                            | css            | is not known
                    {"support": {"phone": "1"}}                  | support.phone  | is not known
                    """)
    void eachProblemNamesItsField(String json, String field, String message) {
        assertThat(BrandingReader.read(json).problems()).containsExactly(new FieldProblem(field, message));
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
        assertThat(BrandImage.problem(lie)).contains("is image/svg+xml, not what it says");
        assertThat(BrandImage.problem(active).orElseThrow()).contains("more than shapes");
        assertThat(BrandImage.problem(image("image/png", "<html></html>")))
                .contains("must be a PNG, JPEG, WebP or SVG file");
        assertThat(BrandImage.problem("data:image/png;base64," + "A".repeat(90_000)))
                .contains("must not have more than 64 kB");
        assertThat(BrandImage.read(lie)).isEmpty();
    }

    @Test
    void noProblemQuotesAValue() {
        Reading reading = BrandingReader.read("{\"productName\": \"<secret>\", \"links\": {\"privacy\": \"secret\"}}");

        assertThat(reading.problems())
                .hasSize(2)
                .noneMatch(problem -> problem.message().contains("secret"));
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
