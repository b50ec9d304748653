// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in to the console of a realm as its page does, without a browser. */
final class ConsoleLogin {
    static final String CLIENT = "msp-mfa-console";

    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** SHA-256 of the verifier (RFC 7636, appendix B). */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Tenant server;
    private final String realm;

    private ConsoleLogin(Tenant server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    /** The console of a tenant. */
    static ConsoleLogin in(Tenant tenant) {
        return new ConsoleLogin(tenant, tenant.name());
    }

    /** The resellers' console on the server of a tenant. */
    static ConsoleLogin inMaster(Tenant tenant) {
        return new ConsoleLogin(tenant, "master");
    }

    /** The console of a realm with any name on the server of a tenant. */
    static ConsoleLogin named(Tenant tenant, String realm) {
        return new ConsoleLogin(tenant, realm);
    }

    /** The realm's name as a step of an address. */
    String encoded() {
        return URLEncoder.encode(realm, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Where the console is. */
    URI page() {
        return uri("/msp-mfa/console/");
    }

    /** Opens the page, which makes its client. */
    Answer open() {
        return Http.to(page()).get();
    }

    /** The address to which the page leads to sign in; further query parameters as {@code name, value, ...}. */
    URI login(String redirectUri, String... more) {
        Form query = Form.of("client_id", CLIENT, "redirect_uri", redirectUri, "response_type", "code");
        query.add("scope", "openid").add("state", "s");
        for (int i = 0; i < more.length; i += 2) {
            query.add(more[i], more[i + 1]);
        }
        return uri("/protocol/openid-connect/auth?" + query.encoded());
    }

    /** The same with the proof that codes are exchanged by who has asked for them. */
    URI loginWithProof(String redirectUri) {
        return login(redirectUri, "code_challenge", CHALLENGE, "code_challenge_method", "S256");
    }

    /** Enters the password, and gets to what comes next. */
    RawPage enterPassword(User user) {
        RawBrowser browser = new RawBrowser(server);
        RawPage login = browser.get(loginWithProof(page().toString())).expect(LoginPage.ID);
        return browser.post(login, "username", user.username(), "password", user.password());
    }

    /** What the page gets after a login with the password alone. */
    JsonNode tokens(User user) {
        open();
        Matcher code = CODE.matcher(enterPassword(user).uri().toString());
        if (!code.find()) {
            throw new AssertionError("The login of " + user.username() + " didn't lead to the console");
        }
        return redeem(code.group(1), page().toString());
    }

    /** The token endpoint's answer to a code. */
    JsonNode redeem(String code, String redirectUri) {
        Form form = Form.of("grant_type", "authorization_code", "client_id", CLIENT, "code", code);
        form.add("redirect_uri", redirectUri).add("code_verifier", VERIFIER);
        return Http.to(uri("/protocol/openid-connect/token")).form(form).json();
    }

    /** The REST APIs with tokens of the console. */
    AdminApi api(User user) {
        return new AdminApi(
                server.server(), () -> tokens(user).path("access_token").asText());
    }

    /** An address of the test's own app, to which a thief may want a code to be sent. */
    static String elsewhere() {
        return TestApp.redirectUri().toString();
    }

    private URI uri(String path) {
        return server.server().uri("/realms/" + encoded() + path);
    }
}
