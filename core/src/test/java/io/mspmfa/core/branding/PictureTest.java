// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.branding.Picture.Kind;
import io.mspmfa.core.branding.Picture.Refusal;
import io.mspmfa.core.branding.Picture.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">";

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG"})
    void imagesOfJavasWritersAreRecognised(String format, Kind kind) throws IOException {
        assertThat(Picture.judge(image(format, 2048, 2))).isEqualTo(Verdict.is(kind));
        assertThat(Picture.judge(image(format, 2, 2049))).isEqualTo(Verdict.refused(Refusal.TOO_LARGE));
    }

    /** One pixel each: lossy, lossless, and with the extended header. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
                "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA=="
            })
    void webpIsRecognised(String base64) {
        byte[] webp = Base64.getDecoder().decode(base64);

        assertThat(Picture.judge(webp)).isEqualTo(Verdict.is(Kind.WEBP));
        assertThat(RasterHeader.read(webp)).contains(new RasterHeader(Kind.WEBP, 1, 1));
    }

    @Test
    void aTruncatedImageIsUnknown() throws IOException {
        for (String format : new String[] {"png", "jpg"}) {
            byte[] whole = image(format, 8, 8);
            for (int length = 0; length < 12; length++) {
                assertThat(Picture.judge(Arrays.copyOf(whole, length))).isEqualTo(Verdict.refused(Refusal.UNKNOWN));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<html><body>Hello</body></html>",
                "GIF89a",
                "%PDF-1.4",
                "\u0089PNG\r\n\u001a\n<script>alert(1)</script>",
                "RIFF....WAVE",
                "RIFF....WEBPVP9 ....",
                "<svg>no namespace</svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\">"
            })
    void whatOnlyBeginsLikeAnImageIsNone(String content) {
        assertThat(Picture.judge(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Verdict.refused(Refusal.UNKNOWN));
    }

    @Test
    void itIsBounded() {
        byte[] longest = Arrays.copyOf(svg("<path d=\"M0 0h8\"/>"), Picture.MOST_BYTES);
        Arrays.fill(longest, svg("<path d=\"M0 0h8\"/>").length, longest.length, (byte) ' ');

        assertThat(Picture.judge(longest)).isEqualTo(Verdict.is(Kind.SVG));
        assertThat(Picture.judge(new byte[Picture.MOST_BYTES + 1])).isEqualTo(Verdict.refused(Refusal.TOO_LONG));
        assertThat(Picture.judge(new byte[10 * 1024 * 1024]).refusal()).isEqualTo(Optional.of(Refusal.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d=\"M0 0h8v8H0z\" fill=\"#0066cc\"/>",
                "<!-- drawn by hand --><title>Acme</title><g transform=\"scale(2)\"><circle cx=\"4\" cy=\"4\" r=\"2\"/></g>",
                "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"
                        + "<rect width=\"8\" height=\"8\" fill=\"url(#a)\" clip-path=\" url(#b) \"/>",
                "<text x=\"1\" y=\"7\" font-family=\"sans-serif\">Acme &amp; Co</text>"
            })
    void shapesAndTextsPass(String content) {
        assertThat(Picture.judge(svg(content))).isEqualTo(Verdict.is(Kind.SVG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<path onload=\"alert(1)\"/>",
                "<path ONCLICK=\"alert(1)\"/>",
                "<style>@import url(https://evil.example/x.css)</style>",
                "<path style=\"fill:url(https://evil.example/x)\"/>",
                "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
                "<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>",
                "<image href=\"https://evil.example/x.png\"/>",
                "<use href=\"#a\"/>",
                "<path href=\"x\"/>",
                "<g xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"x\"/>",
                "<a href=\"javascript:alert(1)\"><path/></a>",
                "<animate attributeName=\"x\" from=\"1\" to=\"2\"/>",
                "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<path fill=\"url(https://evil.example/x#a)\"/>",
                "<path fill=\"URL(//evil.example/x#a)\"/>",
                "<path fill=\"url(#a) url(https://evil.example)\"/>",
                "<path fill=\"u\\72l(https://evil.example)\"/>",
                "<filter id=\"f\"/>",
                "<?xml-stylesheet href=\"https://evil.example/x.css\"?>"
            })
    void whatCouldActIsRefused(String content) {
        assertThat(Picture.judge(svg(content))).isEqualTo(Verdict.refused(Refusal.ACTIVE));
    }

    @Test
    void bombsAreRefused() {
        String entities = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        String external = "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

        for (String type : new String[] {entities, external, "<!DOCTYPE svg>"}) {
            byte[] bomb = (type + SVG + "<text>&a;</text></svg>").getBytes(StandardCharsets.UTF_8);
            assertThat(Picture.judge(bomb).kind()).isEmpty();
        }
        assertThat(Picture.judge(svg("<g>".repeat(40) + "</g>".repeat(40)))).isEqualTo(Verdict.refused(Refusal.ACTIVE));
        assertThat(Picture.judge(svg("<g/>".repeat(2000)))).isEqualTo(Verdict.refused(Refusal.ACTIVE));
    }

    private static byte[] svg(String content) {
        return (SVG + content + "</svg>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
