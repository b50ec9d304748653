// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.phone;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import javax.crypto.spec.SecretKeySpec;

/** A hardware token that shows its next code each time its button is pressed. */
public final class CounterToken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator();
    private final String secret;

    /** As stored by stock Keycloak: the characters are the key. */
    public CounterToken(String secret) {
        this.secret = secret;
    }

    public String code(long counter) {
        try {
            SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
            return generator.generateOneTimePasswordString(key, counter);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The credential that stock Keycloak stores, expecting code 0 next. */
    public ObjectNode credential() {
        ObjectNode data = JSON.createObjectNode().put("subType", "hotp").put("digits", 6);
        data.put("counter", 0).put("period", 0).put("algorithm", "HmacSHA1");
        return JSON.createObjectNode()
                .put("type", "otp")
                .put("secretData", JSON.createObjectNode().put("value", secret).toString())
                .put("credentialData", data.toString());
    }
}
