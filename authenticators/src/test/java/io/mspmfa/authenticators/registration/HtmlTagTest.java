// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTagTest {

    @Test
    void commentsAndScriptsHaveNoTags() {
        assertThat(HtmlTag.in("<p><!-- <a> --><SCRIPT>'<b>'</SCRIPT ><title><i></title>a < b</p><br/>"))
                .extracting(HtmlTag::name)
                .containsExactly("p", "script", "/script", "title", "/title", "/p", "br");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a id=x>         | x",
                "<a id = \"x y\"> | x y",
                "<a ID='x>y'>     | x>y",
                "<a data-id=x>    | ''",
                "<a id>           | ''",
                "<a id=\"\">      | ''",
                "<a href=y id=x>  | x"
            })
    void attributeIsFoundHoweverItIsWritten(String tag, String value) {
        assertThat(HtmlTag.in(tag))
                .singleElement()
                .satisfies(found -> assertThat(found.attribute("id")).isEqualTo(value));
    }
}
