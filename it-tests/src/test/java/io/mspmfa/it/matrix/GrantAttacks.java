// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.Map;

/** Ways to get tokens for an attacker who knows the password or a client's secret, but never the second factor. */
final class GrantAttacks {

    private static final String CIBA = "/protocol/openid-connect/ext/ciba/auth";

    private GrantAttacks() {}

    /** The password grant by a client whose flow contains no OTP. */
    static Loot passwordGrant(Scene scene, User victim) {
        String id = Clients.unique("password");
        String flow = FlowBuilder.topLevel(scene.admin(), id)
                .add("direct-grant-validate-username", "REQUIRED")
                .add("direct-grant-validate-password", "REQUIRED")
                .id();
        ObjectNode client = Clients.confidential(id).put("directAccessGrantsEnabled", true);
        Clients.add(scene, Clients.withFlow(client, "direct_grant", flow));
        TokenResult result = Clients.tokens(
                scene.tenant(),
                id,
                "password",
                "scope",
                "openid",
                "username",
                victim.username(),
                "password",
                victim.password());
        return Loot.of(scene, victim, result);
    }

    /** A device, approved with the password, for a client whose flow contains no OTP. */
    static Loot device(Scene scene, User victim) {
        String id = Clients.unique("device");
        ObjectNode client = Clients.with(Clients.confidential(id), "oauth2.device.authorization.grant.enabled");
        Clients.add(scene, Clients.withFlow(client, "browser", FlowBuilder.passwordOnly(scene.admin(), id)));
        JsonNode device = startDevice(scene.tenant(), id);
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage login = browser.get(
                        URI.create(device.path("verification_uri_complete").asText()))
                .expect(LoginPage.ID);
        RawPage after = browser.post(login, "username", victim.username(), "password", victim.password());
        consent(browser, after);
        TokenResult result = deviceTokens(scene.tenant(), id, device);
        return result.signedIn() ? Loot.of(scene, victim, result) : Loot.of(scene, victim, after);
    }

    static JsonNode startDevice(Tenant tenant, String client) {
        return Http.to(tenant.uri("/protocol/openid-connect/auth/device"))
                .form(Form.of("client_id", client, "client_secret", Clients.SECRET, "scope", "openid"))
                .ok()
                .json();
    }

    static void consent(RawBrowser browser, RawPage page) {
        if (page.id().equals("login-login-oauth-grant")) {
            browser.post(page, "code", page.fields().getOrDefault("code", ""), "accept", "Yes");
        }
    }

    static TokenResult deviceTokens(Tenant tenant, String client, JsonNode device) {
        String code = device.path("device_code").asText();
        return Clients.tokens(tenant, client, "urn:ietf:params:oauth:grant-type:device_code", "device_code", code);
    }

    /** A request to the victim's telephone, approved by whoever has it. */
    static Loot ciba(Scene scene, User victim) {
        String id = Clients.unique("ciba");
        Clients.add(scene, Clients.with(Clients.confidential(id), "oidc.ciba.grant.enabled"));
        Form form = Form.of("client_id", id, "client_secret", Clients.SECRET, "scope", "openid");
        Answer asked = Http.to(scene.tenant().uri(CIBA)).form(form.add("login_hint", victim.username()));
        if (asked.status() != 200) {
            return Loot.of(scene, victim, new TokenResult(asked.status(), asked.json(), Map.of()));
        }
        JsonNode request = asked.json();
        Http.to(scene.tenant().uri(CIBA + "/callback"))
                .bearer(scene.tenant().probe().cibaApproval())
                .post("{\"status\": \"SUCCEED\"}")
                .ok();
        String requestId = request.path("auth_req_id").asText();
        return Loot.of(
                scene,
                victim,
                Clients.tokens(scene.tenant(), id, "urn:openid:params:grant-type:ciba", "auth_req_id", requestId));
    }

    /** An assertion by an identity provider that the tenant's administrator has registered. */
    static Loot jwtGrant(Scene scene, User victim) {
        String id = Clients.unique("jwt");
        AssertionIssuer issuer = AssertionIssuer.trustedBy(scene.admin(), id);
        ObjectNode link = Administrator.JSON.createObjectNode().put("identityProvider", id);
        link.put("userId", victim.username()).put("userName", victim.username());
        scene.admin()
                .post("/users/" + victim.id() + "/federated-identity/" + id, link)
                .ok();
        ObjectNode client = Clients.with(Clients.confidential(id), "oauth2.jwt.authorization.grant.enabled");
        client.withObjectProperty("attributes").put("oauth2.jwt.authorization.grant.idp", id);
        Clients.add(scene, client);
        String assertion = issuer.assertion(scene.tenant(), victim);
        return Loot.of(
                scene,
                victim,
                Clients.tokens(
                        scene.tenant(),
                        id,
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        "scope",
                        "openid",
                        "assertion",
                        assertion));
    }

    /** A client that may exchange the tokens that the app gets from now on. */
    static String exchanger(Scene scene) {
        String id = Clients.unique("exchange");
        Clients.add(scene, Clients.with(Clients.confidential(id), "standard.token.exchange.enabled"));
        ObjectNode mapper = Administrator.JSON.createObjectNode().put("name", id);
        mapper.put("protocol", "openid-connect").put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config").put("included.client.audience", id).put("access.token.claim", "true");
        String app = scene.admin().idOfClient(TestApp.CLIENT);
        scene.admin()
                .post("/clients/" + app + "/protocol-mappers/models", mapper)
                .ok();
        return id;
    }

    static TokenResult exchange(Tenant tenant, String exchanger, TokenResult subject) {
        return Clients.tokens(
                tenant,
                exchanger,
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                subject.require("access_token"),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token");
    }
}
