// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.stock;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stock Keycloak does with one user, written down so that two servers can be compared: without ids, hosts, hashes
 * or secrets.
 */
final class StockStory {

    private static final Pattern APPS = Pattern.compile("(?s)<ul id=\"kc-totp-supported-apps\">.*?</ul>");

    private final Tenant tenant;
    private final User user;
    private final List<String> transcript = new ArrayList<>();

    StockStory(Tenant tenant) {
        this.tenant = tenant;
        this.user = tenant.user();
    }

    List<String> passwordLogin() {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage login = write(browser.get(TestApp.loginUri(tenant)));
        RawPage again = write(browser.post(login, "username", user.username(), "password", "wrong"));
        write(browser.post(again, "username", user.username(), "password", user.password()));
        write(browser.get(TestApp.loginUri(tenant, "prompt", "login")));
        return transcript;
    }

    List<String> otp() {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage setUp = write(browser.login(user, "kc_action", "CONFIGURE_TOTP"));
        String secret = setUp.fields().getOrDefault("totpSecret", "");
        Phone phone = Phone.withStockSecret(secret, tenant.clock());
        RawPage again = write(post(browser, setUp, "totp", phone.wrongCode(), "userLabel", "My phone"));
        // not computed again later: the step may change meanwhile, and Keycloak's codes don't follow the tests' clock
        String current = phone.code(0);
        String next = phone.code(1);
        List<String> unused = List.of(phone.code(-1), phone.code(2));
        write(post(browser, again, "totp", current, "userLabel", "My phone"));

        RawBrowser other = new RawBrowser(tenant);
        RawPage otp = write(other.login(user));
        RawPage wrong = write(other.post(otp, "otp", phone.wrongCode()));
        RawPage used = write(other.post(wrong, "otp", current));
        write(other.post(used, "otp", next));
        accountCredentials(phone.code(0).equals(current) ? unused.get(0) : unused.get(1));
        adminView();
        return transcript;
    }

    List<String> recoveryCodes() {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage setUp = write(browser.login(user, "kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES"));
        write(post(browser, setUp, "userLabel", "My codes", "kcRecoveryCodesConfirmationCheck", "on"));
        adminView();
        return transcript;
    }

    List<String> realm() {
        for (JsonNode action : tenant.admin().get("/" + tenant.name() + "/authentication/required-actions")) {
            transcript.add(action.path("alias").asText() + action.path("enabled") + action.path("priority"));
        }
        for (JsonNode flow : tenant.admin().get("/" + tenant.name() + "/authentication/flows")) {
            transcript.add(flow.path("alias").asText());
            transcript.add(tenant.admin()
                    .get("/" + tenant.name() + "/authentication/flows/"
                            + flow.path("alias").asText().replace(" ", "%20") + "/executions")
                    .findValuesAsText("providerId")
                    .toString());
        }
        JsonNode discovery = Http.to(tenant.uri("/.well-known/openid-configuration"))
                .get()
                .ok()
                .json();
        for (Map.Entry<String, JsonNode> entry : discovery.properties()) {
            // lists come from sets, in a different order at each start
            String values = Stream.of(entry.getValue().toString().split(","))
                    .map(value -> value.replaceAll("[\\[\\]]", ""))
                    .sorted()
                    .toList()
                    .toString();
            transcript.add(clean(entry.getKey() + values));
        }
        return transcript;
    }

    /** The form with everything that the page put into it, with some fields changed. */
    private static RawPage post(RawBrowser browser, RawPage page, String... changed) {
        Map<String, String> fields = page.fields();
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        Form form = new Form();
        fields.forEach(form::add);
        return browser.post(page.action(), form);
    }

    private void accountCredentials(String code) {
        var tokens = TestApp.passwordGrant(tenant, user, "totp", code);
        transcript.add("password grant " + tokens.status() + " " + tokens.error());
        if (tokens.signedIn()) {
            transcript.add(clean(Http.to(tenant.uri("/account/credentials"))
                    .bearer(tokens.require("access_token"))
                    .header("Accept", "application/json")
                    .get()
                    .ok()
                    .body()));
        }
    }

    private void adminView() {
        transcript.add(clean(tenant.credentials(user).toString()));
        // several events at the same moment arrive in any order
        tenant.events().of(user).stream().map(StockStory::describe).sorted().forEach(transcript::add);
    }

    private static String describe(JsonNode event) {
        var names = new TreeSet<String>();
        event.path("details").fieldNames().forEachRemaining(names::add);
        return event.path("type").asText() + " " + event.path("error").asText() + " " + names;
    }

    private RawPage write(RawPage page) {
        transcript.add(page.status() + " " + page.id());
        if (page.atApp()) {
            transcript.add("signed in: " + page.tokens().signedIn() + " "
                    + page.tokens().actionStatus());
        } else {
            transcript.add(new TreeSet<>(page.answer().headers().map().keySet()).toString());
            String html = page.answer().body();
            for (String value : page.fields().values()) {
                html = value.length() > 12 ? html.replace(value, "FIELD") : html;
            }
            transcript.add(clean(html));
        }
        return page;
    }

    /** Keycloak lists the apps in a different order at each start. */
    private static String inOrder(String html) {
        return APPS.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().lines().sorted().toList().toString()));
    }

    private String clean(String text) {
        return inOrder(text)
                .replace(tenant.name(), "REALM")
                .replace(user.username(), "USER")
                .replaceAll("localhost:[0-9]+", "HOST")
                .replaceAll("/resources/[a-z0-9]+/", "/resources/HASH/")
                .replaceAll("(session_code|tab_id|client_data|execution|state|code)=[^\"&]*", "$1=X")
                .replaceAll("data:image/png;base64,[^\"]+", "QR")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", "RECOVERY-CODE")
                .replaceAll("\"(createdDate|generatedAt)\" ?: ?[0-9]+", "DATE")
                .replaceAll("checkAuthSession\\([^)]*\\)", "HASH-OF-SESSION")
                .replaceAll("nonce=\"[^\"]*\"", "NONCE");
    }
}
