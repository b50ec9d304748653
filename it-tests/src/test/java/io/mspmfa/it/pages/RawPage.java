// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.Texts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as a client without a browser sees it: the response at the end of all redirects, or the redirect to the app.
 */
public final class RawPage {

    private final Answer answer;
    private final Document document;
    private @Nullable TokenResult tokens;

    public RawPage(Answer answer) {
        this.answer = answer;
        this.document = Jsoup.parse(answer.body(), answer.uri().toString());
    }

    /** Whether the login has ended: this is the redirect back to the app. */
    public boolean atApp() {
        return answer.location()
                .filter(uri -> uri.getPort() == TestApp.redirectUri().getPort())
                .isPresent();
    }

    public boolean signedIn() {
        return atApp() && tokens().signedIn();
    }

    /** What the app gets from the redirect; its code can only be redeemed once. */
    public TokenResult tokens() {
        expect(AppPage.ID);
        TokenResult result = tokens;
        if (result == null) {
            result = TestApp.callback(answer.location().orElseThrow());
            tokens = result;
        }
        return result;
    }

    public String id() {
        return atApp() ? AppPage.ID : document.body().attr("data-page-id");
    }

    public RawPage expect(String pageId) {
        assertThat(id()).as(() -> "page, its text: " + document.body().text()).isEqualTo(pageId);
        return this;
    }

    /** The address to which the page's form is submitted. */
    public URI action() {
        Element form = document.selectFirst("form#msp-mfa-form, form[method=post]");
        if (form == null) {
            throw new AssertionError(
                    "No form on " + id() + ": " + document.body().text());
        }
        return answer.uri().resolve(form.attr("action"));
    }

    /** The fields of the form as filled in by the page, including hidden ones. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        for (Element input : document.select("form input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }

    /** The link on a page that contains nothing else, such as "click here to proceed". */
    public URI link() {
        return answer.uri().resolve(document.select("#kc-info-message a").attr("href"));
    }

    /** Keycloak's consent page for the login that the page of a required action belongs to. */
    public URI consent() {
        return URI.create(answer.uri().toString().replaceFirst("/required-action\\?(execution=[^&]*&)?", "/consent?"));
    }

    /** "Forgot password?" of the login page. */
    public URI forgotPassword() {
        return answer.uri()
                .resolve(document.select("a[href*='reset-credentials']").attr("href"));
    }

    public String key() {
        return document.select("#msp-mfa-key").text().replace(" ", "");
    }

    public List<String> codes() {
        return document.select("#msp-mfa-codes li").eachText();
    }

    public boolean says(String key, Object... arguments) {
        return document.body().text().contains(Texts.en(key, arguments));
    }

    public String errorAt(String field) {
        return document.select("#" + field + "-error").text();
    }

    /** An attribute of the first element that matches; empty if there is none. */
    public String attribute(String selector, String name) {
        return document.select(selector).attr(name);
    }

    /** Where the page's language switch leads to; empty if there is no switch. */
    public boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    public Optional<URI> switchTo(String language) {
        return document.select("#login-select-toggle option, #kc-locale a").stream()
                .map(option -> option.hasAttr("value") ? option.attr("value") : option.attr("href"))
                .filter(address -> address.contains("kc_locale=" + language))
                .map(address -> answer.uri().resolve(address))
                .findFirst();
    }

    public String text() {
        return document.body().text();
    }

    public int status() {
        return answer.status();
    }

    public Answer answer() {
        return answer;
    }

    public URI uri() {
        return answer.uri();
    }
}
