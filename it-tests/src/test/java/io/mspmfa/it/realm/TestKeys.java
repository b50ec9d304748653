// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The keys that Keycloak 26.7.4 gives a new realm (DefaultKeyProviders), except that the two RSA key pairs are
 * generated once for all realms, since they are the most expensive part of a new realm. The keys that sign links and
 * sessions are still generated for each realm.
 */
final class TestKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGNING = newPrivateKey();
    private static final String ENCRYPTION = newPrivateKey();

    private TestKeys() {}

    /** The realm's {@code components}. */
    static ObjectNode components() {
        ObjectNode components = JSON.createObjectNode();
        components
                .putArray("org.keycloak.keys.KeyProvider")
                .add(rsa("rsa", "RS256", SIGNING))
                .add(rsa("rsa-enc", "RSA-OAEP", ENCRYPTION))
                .add(component("hmac-generated", "HS512"))
                .add(provider("aes-generated"));
        return components;
    }

    private static ObjectNode rsa(String provider, String algorithm, String privateKey) {
        ObjectNode rsa = component(provider, algorithm);
        rsa.withObjectProperty("config").putArray("privateKey").add(privateKey);
        return rsa;
    }

    private static ObjectNode component(String provider, String algorithm) {
        ObjectNode component = provider(provider);
        component.withObjectProperty("config").putArray("algorithm").add(algorithm);
        return component;
    }

    private static ObjectNode provider(String id) {
        ObjectNode provider = JSON.createObjectNode().put("name", id).put("providerId", id);
        provider.putObject("config").putArray("priority").add("100");
        return provider;
    }

    /** Keycloak itself generates the certificate for it. */
    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
