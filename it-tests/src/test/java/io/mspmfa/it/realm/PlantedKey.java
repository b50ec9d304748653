// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** A security key that is stored without a browser: it can be read, shown and asked for, but nobody can answer. */
public final class PlantedKey {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A COSE key (RFC 9053 section 7.1): the generator of the curve P-256. */
    private static final String PUBLIC_KEY = "a5010203262001"
            + "2158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
            + "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    private PlantedKey() {}

    /** Stores a key in front of a user's other credentials; returns the id of the credential. */
    public static String store(Tenant tenant, User user, String label) {
        ObjectNode data = JSON.createObjectNode()
                .put("aaguid", "00000000-0000-0000-0000-000000000000")
                .put(
                        "credentialId",
                        Base64.getEncoder()
                                .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)))
                .put("counter", 0)
                .put(
                        "credentialPublicKey",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(HexFormat.of().parseHex(PUBLIC_KEY)))
                .put("attestationStatementFormat", "none");
        data.putArray("transports");
        ObjectNode key = JSON.createObjectNode()
                .put("type", "webauthn")
                .put("label", label)
                .put("secretData", "{}")
                .put("credentialData", data.toString())
                .put("old", true);
        return tenant.probe().plantCredential(user.username(), key);
    }
}
