// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.Deflater;

/** A SAML service provider that the tenant's administrator registers, with a custom flow if necessary. */
final class SamlApp {

    /** The page that would post the response to the app. */
    static final String POST_PAGE = "login-saml-post-form";

    private static final String REQUEST = """
            <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
             xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s"
             Destination="%s" AssertionConsumerServiceURL="%s"
             ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"><saml:Issuer>%s</saml:Issuer></samlp:AuthnRequest>
            """;

    private static final String ENVELOPE = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>%s</soap:Body></soap:Envelope>
            """;

    private final Tenant tenant;
    private final String id;

    private SamlApp(Tenant tenant, String id) {
        this.tenant = tenant;
        this.id = id;
    }

    static SamlApp of(Scene scene) {
        return add(scene, json(Clients.unique("saml")));
    }

    /** Its flow asks for the password and nothing else. */
    static SamlApp withPasswordOnly(Scene scene) {
        String id = Clients.unique("saml");
        return add(scene, Clients.withFlow(json(id), "browser", FlowBuilder.passwordOnly(scene.admin(), id)));
    }

    /** Gets encrypted assertions; the key is one of the realm's own. */
    static SamlApp encrypted(Scene scene) {
        ObjectNode client = Clients.with(json(Clients.unique("saml")), "saml.encrypt");
        for (JsonNode key : scene.admin().get("/keys").path("keys")) {
            if (key.path("use").asText().equals("ENC")) {
                ((ObjectNode) client.path("attributes"))
                        .put(
                                "saml.encryption.certificate",
                                key.path("certificate").asText());
            }
        }
        return add(scene, client);
    }

    /** Is told the level of authentication, by Keycloak's own mapper. */
    static SamlApp withAuthnContext(Scene scene) {
        ObjectNode client = json(Clients.unique("saml"));
        client.putArray("protocolMappers")
                .addObject()
                .put("name", "level")
                .put("protocol", "saml")
                .put("protocolMapper", "saml-authn-context-class-ref-mapper");
        return add(scene, client);
    }

    /** For clients that are not browsers and send the password with the request (profile ECP). */
    static SamlApp forEcp(Scene scene) {
        return add(scene, Clients.with(json(Clients.unique("saml")), "saml.allow.ecp.flow"));
    }

    /** The address to which the service provider sends a browser. */
    URI spInitiated() {
        return URI.create(
                endpoint() + "?" + Form.of("SAMLRequest", deflated(request())).encoded());
    }

    /** The response to a client that is not a browser and sends user name and password. */
    Answer ecp(User user) {
        String credentials = user.username() + ":" + user.password();
        return Http.to(endpoint())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .post("text/xml", ENVELOPE.formatted(request()).strip());
    }

    /** The address to which a portal sends a browser. */
    URI idpInitiated() {
        return tenant.uri("/protocol/saml/clients/" + id);
    }

    /** Whether the page contains an assertion for the app. */
    static boolean hasAssertion(RawPage page) {
        return response(page).contains("Assertion");
    }

    /** The XML that the page would post to the app; empty if there is none. */
    static String response(RawPage page) {
        String response = page.fields().getOrDefault("SAMLResponse", "");
        return new String(Base64.getMimeDecoder().decode(response), UTF_8);
    }

    static Loot loot(Scene scene, User user, RawPage page) {
        return new Loot(hasAssertion(page), scene.tenant().sessions(user), page.id(), page.text());
    }

    private URI endpoint() {
        return tenant.uri("/protocol/saml");
    }

    private String request() {
        String now = tenant.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
        return REQUEST.formatted(UUID.randomUUID(), now, endpoint(), TestApp.redirectUri(), id)
                .strip();
    }

    private static SamlApp add(Scene scene, ObjectNode client) {
        Clients.add(scene, client);
        return new SamlApp(scene.tenant(), client.path("clientId").asText());
    }

    private static ObjectNode json(String id) {
        String app = TestApp.redirectUri().toString();
        ObjectNode client = Administrator.JSON.createObjectNode().put("clientId", id);
        client.put("protocol", "saml").putArray("redirectUris").add(app);
        client.putObject("attributes")
                .put("saml.client.signature", "false")
                .put("saml.force.post.binding", "true")
                .put("saml_idp_initiated_sso_url_name", id)
                .put("saml_assertion_consumer_url_post", app);
        return client;
    }

    /** Encoded as in the redirect binding: DEFLATE without a header, then base64. */
    private static String deflated(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(text.getBytes(ISO_8859_1));
        deflater.finish();
        byte[] buffer = new byte[text.length() * 2];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer, length));
    }
}
