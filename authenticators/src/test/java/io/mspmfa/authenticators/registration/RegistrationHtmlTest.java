// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationHtmlTest {
    private static final String ACTION =
            "http://localhost/realms/acme/login-actions/registration?session_code=a&amp;b=c";

    /** An @ marks where our part is expected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=\"$\"><input name=a>@<div class='x' id=\"kc-form-buttons\"><input type=submit></div></form>",
                "<form action=\"$\"><div>@<div id=kc-form-options></div><div id=kc-form-buttons><input type=submit></div></div></form>",
                "<form action=\"$\"><button type=button>?</button>@<button>Go</button></form>",
                "<form action=\"$\"><button>First</button>@<input type=\"SUBMIT\" value=\"a>b\"></form>",
                "<FORM method=post ACTION='$'>@<INPUT TYPE=image></FORM>",
                "<form action=$>some text@</form>",
                "<form action=\"/search\"><button>Find</button></form><form action=\"$\">@<button>Go</button></form>",
                "<form action=\"$\" data-x='>'>@<button data-y=\"<form>\">Go</button></form>",
                "<script>if (a < b) x('<form action=\"$\"><button>');</script><form action=\"$\">@<button>Go</button></form>",
                "<!-- <form action=\"$\"><button> --><form action=\"$\">@<button>Go</button></form>",
                "<form action=\"$\">@<button>Go</button><script>'</form>'</script><!-- <button> --></form>",
                "<form action=\"$\">a < b, <> and </> @<button>Go</button></form>"
            })
    void partIsPutAboveTheButton(String marked) {
        String whole = marked.replace("$", ACTION);

        assertThat(RegistrationHtml.with("@", whole.replace("@", ""))).contains(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<form",
                "plain text",
                "{\"json\": \"<\"}",
                "<form action=\"/search\"><button>Find</button></form>",
                "<form action=\"$\"><button>Go</button>",
                "<form action=\"$><button>Go</button></form>",
                "<script>const context = {registrationAction: '$'}</script><div id=root></div>",
                "<script>'<form action=\"$\"><button>Go</button></form>'",
                "<!-- <form action=\"$\"><button>Go</button></form>",
                "<template><form action=\"$\"><button>Go</button></form></template>",
                "<form action=\"$\"><div id='msp-mfa-opt-in'></div><button>Go</button></form>"
            })
    void pageStaysAsItIsIfThereIsNoPlaceOrThePartIsThere(String page) {
        assertThat(RegistrationHtml.with("@", page.replace("$", ACTION))).isEmpty();
    }

    @Test
    void hugePageIsReadInOneGo() {
        String filler = String.join("", Collections.nCopies(200_000, "<a b='c' d=\"e\"><!--")) + "-->";
        String page = filler + "<form action='" + ACTION + "'><button>Go</button></form>";

        assertThat(RegistrationHtml.with("@", page))
                .hasValueSatisfying(whole -> assertThat(whole).endsWith("@<button>Go</button></form>"));
    }
}
