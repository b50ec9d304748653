// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

/** A signing key that the administrator generated, and the tokens created with it. */
record OwnKey(KeyPair pair, String id) {

    private static final long LIFE_SECONDS = 600;

    static OwnKey importedBy(Administrator admin) {
        KeyPair pair = make();
        ObjectNode component =
                Administrator.JSON.createObjectNode().put("name", "own").put("providerId", "rsa");
        component.put("providerType", "org.keycloak.keys.KeyProvider");
        String pem = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        component
                .putObject("config")
                .set(
                        "privateKey",
                        Administrator.list(Administrator.JSON.getNodeFactory().textNode(pem)));
        var answer = admin.post("/components", component).ok();
        String location = answer.headers().firstValue("Location").orElseThrow();
        String provider = location.substring(location.lastIndexOf('/') + 1);
        for (JsonNode key : admin.get("/keys").path("keys")) {
            if (provider.equals(key.path("providerId").asText())) {
                return new OwnKey(pair, key.path("kid").asText());
            }
        }
        throw new AssertionError("The key was not taken");
    }

    /** An access token that no server has issued. */
    String tokenFor(Tenant tenant, User user) {
        long now = tenant.clock().now().getEpochSecond();
        ObjectNode head =
                Administrator.JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
        ObjectNode claims =
                Administrator.JSON.createObjectNode().put("iss", tenant.uri("").toString());
        claims.put("sub", user.id())
                .put("azp", TestApp.CLIENT)
                .put("typ", "Bearer")
                .put("scope", "openid");
        claims.put("iat", now)
                .put("exp", now + LIFE_SECONDS)
                .put("jti", UUID.randomUUID().toString());
        String text = encode(head.put("kid", id)) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(ObjectNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
