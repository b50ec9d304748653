// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://msp.example",
                "https://msp.example/imprint?lang=en&x=1#top",
                "https://xn--mnchen-3ya.example:8443/a_b~c",
                "mailto:help@msp.example",
                "mailto:help+acme@msp.example"
            })
    void pagesAndMailboxesAreLinks(String text) {
        assertThat(BrandLink.read(text)).contains(new BrandLink(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "java\tscript:alert(1)",
                " https://msp.example",
                "https://msp.example/ x",
                "http://msp.example",
                "HTTPS://msp.example",
                "https:msp.example",
                "https:///imprint",
                "https://user@msp.example",
                "https://user:secret@msp.example",
                "//msp.example",
                "/imprint",
                "msp.example",
                "data:text/html,x",
                "blob:https://msp.example/1",
                "ftp://msp.example",
                "https://msp.example/\"onclick=\"x",
                "https://msp.example/'x",
                "https://msp.example/<b>",
                "https://msp.example/${7*7}",
                "https://münchen.example",
                "mailto:",
                "mailto:help",
                "mailto:help@msp.example?bcc=mallory@evil.example",
                "mailto:help@msp.example,mallory@evil.example",
                "mailto:%22x%22@msp.example",
                "https://%zz"
            })
    void anythingElseIsNone(String text) {
        assertThat(BrandLink.read(text)).isEmpty();
    }

    @Test
    void itIsBounded() {
        assertThat(BrandLink.read("https://msp.example/" + "a".repeat(480))).isPresent();
        assertThat(BrandLink.read("https://msp.example/" + "a".repeat(481))).isEmpty();
    }
}
