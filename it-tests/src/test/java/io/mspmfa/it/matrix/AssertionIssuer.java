// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

/** Signs assertions about users (RFC 7523), with a key that a tenant trusts. */
final class AssertionIssuer {

    private static final long LIFE_SECONDS = 60;

    private final String issuer;
    private final KeyPair keys;

    private AssertionIssuer(String issuer, KeyPair keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /** Registers it as an identity provider of the tenant. */
    static AssertionIssuer trustedBy(Administrator admin, String alias) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            String issuer = "https://" + alias + ".test";
            ObjectNode provider = Administrator.JSON.createObjectNode();
            provider.put("alias", alias).put("providerId", "jwt-authorization-grant");
            provider.put("enabled", true);
            provider.putObject("config")
                    .put("issuer", issuer)
                    .put("jwtAuthorizationGrantEnabled", "true")
                    .put("useJwksUrl", "false")
                    .put(
                            "publicKeySignatureVerifier",
                            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
            admin.post("/identity-provider/instances", provider).ok();
            return new AssertionIssuer(issuer, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String assertion(Tenant tenant, User user) {
        long now = tenant.clock().now().getEpochSecond();
        ObjectNode claims = Administrator.JSON.createObjectNode();
        claims.put("iss", issuer).put("sub", user.username());
        claims.put("aud", tenant.uri("").toString());
        claims.put("iat", now).put("exp", now + LIFE_SECONDS);
        claims.put("jti", UUID.randomUUID().toString());
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + encode(claims.toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
