// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stored credential with parts missing or odd, as imports, old exports and other extensions leave them.
 *
 * @param secretData may contain {@link #SECRET}, which must never be seen anywhere
 */
record Damaged(@Nullable String secretData, @Nullable String credentialData) {
    static final String SECRET = "n0b0dymays33this";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUE = "{\"value\": \"" + SECRET + "\"}";

    /** Damage that any kind of credential can have. */
    static List<Damaged> anyKind() {
        return List.of(
                new Damaged(null, null),
                new Damaged("", ""),
                new Damaged(SECRET, SECRET),
                new Damaged("null", "null"),
                new Damaged("[]", "7"),
                new Damaged("{}", "{}"));
    }

    static List<Damaged> apps() {
        return List.of(
                app("\"subType\": \"totp\"", "\"subType\": \"xotp\""),
                app("\"subType\": \"totp\",", ""),
                app("\"digits\": 6", "\"digits\": 0"),
                app("\"digits\": 6", "\"digits\": 1"),
                app("\"digits\": 6", "\"digits\": -6"),
                app("\"digits\": 6", "\"digits\": 2000000000"),
                app("\"digits\": 6", "\"digits\": null"),
                app("\"period\": 30", "\"period\": 0"),
                app("\"period\": 30", "\"period\": -30"),
                app("HmacSHA1", "HmacMD99"),
                app("\"HmacSHA1\"", "null"),
                app("\"digits\": 6", "\"digits\": 6, \"secretEncoding\": \"ROT13\""),
                new Damaged("{\"value\": \"\"}", app("", "").credentialData),
                new Damaged("{\"value\": null}", app("", "").credentialData),
                new Damaged(
                        "{\"value\": \"====\"}",
                        app("\"digits\"", "\"secretEncoding\": \"BASE32\", \"digits\"").credentialData));
    }

    static List<Damaged> backupCodes() {
        return List.of(
                codes("PBKDF2WithHmacSHA256", 20_000, "AAECAwQFBgcICQoLDA0ODw==", "[null]"),
                codes("PBKDF2WithHmacSHA256", 20_000, "AAECAwQFBgcICQoLDA0ODw==", "[{\"hash\": null}]"),
                codes("PBKDF2WithHmacSHA256", 20_000, "AAECAwQFBgcICQoLDA0ODw==", "[{\"hash\": \"!\"}]"),
                codes("PBKDF2WithHmacSHA256", 20_000, "not base64!", "[]"),
                codes("PBKDF2WithHmacSHA256", 0, "AAECAwQFBgcICQoLDA0ODw==", "[]"),
                codes("PBKDF2WithHmacSHA256", Integer.MAX_VALUE, "AAECAwQFBgcICQoLDA0ODw==", "[]"),
                codes("ROT13", 20_000, "AAECAwQFBgcICQoLDA0ODw==", "[]"));
    }

    static List<Damaged> keys() {
        return List.of(
                key("AAECAw==", "00000000-0000-0000-0000-000000000000", "!"),
                key("AAECAw==", "00000000-0000-0000-0000-000000000000", "AAAA"),
                key("AAECAw==", "not a UUID", "9g"),
                key("", "00000000-0000-0000-0000-000000000000", "9g"));
    }

    static List<Damaged> numbers() {
        return List.of(
                new Damaged("{\"number\": 7}", "{}"),
                new Damaged("{\"number\": \"015123456789\"}", "{}"),
                new Damaged("{\"number\": \"+4915123456789;ext=5\"}", "{}"));
    }

    static List<Damaged> addresses() {
        return List.of(
                new Damaged("{}", "{\"salt\": \"AAAA\"}"),
                new Damaged("{}", "{\"salt\": \"AAAA\", \"hash\": null}"),
                new Damaged("{}", "{\"salt\": \"\", \"hash\": \"AAAA\"}"),
                new Damaged("{}", "{\"salt\": \"AAAA\", \"hash\": \"" + SECRET + "!\"}"),
                new Damaged("{}", "{\"salt\": [], \"hash\": {}}"));
    }

    static List<Damaged> recoveryCodes() {
        return List.of(
                new Damaged("[null]", "{\"totalCodes\": 1, \"remainingCodes\": 1}"),
                new Damaged("[{\"number\": 1}]", "{\"totalCodes\": 1, \"remainingCodes\": 1}"));
    }

    /** Stores it in front of the user's other credentials; returns its id. */
    String plant(Tenant tenant, User user, String type) {
        Map<String, @Nullable Object> parts = new TreeMap<>();
        parts.put("type", type);
        parts.put("label", "Wreck");
        parts.put("secretData", secretData);
        parts.put("credentialData", credentialData);
        parts.put("old", true);
        return tenant.probe().plantCredential(user.username(), JSON.valueToTree(parts));
    }

    /** The entry of a credential in what {@code users/{id}} answers; a missing node if there is none. */
    static JsonNode entry(Tenant tenant, User user, String id) {
        JsonNode status = tenant.admin().get("/" + tenant.name() + "/msp-mfa/users/" + user.id());
        for (JsonNode factor : status.path("factors")) {
            if (factor.path("id").asText().equals(id)) {
                return factor;
            }
        }
        return status.path("no such entry");
    }

    /** What Keycloak's account console reads of a user's credentials. */
    static String inAccountConsole(Tenant tenant, TokenResult tokens) {
        return Http.to(tenant.uri("/account/credentials"))
                .bearer(tokens.require("access_token"))
                .header("Accept", "application/json")
                .get()
                .ok()
                .body();
    }

    /** What the server logs about a credential, one entry per line. */
    static List<String> logOf(Tenant tenant, String id) {
        return tenant.server().log().lines().filter(line -> line.contains(id)).toList();
    }

    private static Damaged app(String part, String instead) {
        String data =
                "{\"subType\": \"totp\", \"digits\": 6, \"counter\": 0, \"period\": 30, \"algorithm\": \"HmacSHA1\"}";
        return new Damaged(VALUE, part.isEmpty() ? data : data.replace(part, instead));
    }

    private static Damaged codes(String algorithm, int iterations, String salt, String entries) {
        return new Damaged(
                "{\"algorithm\": \"" + algorithm + "\", \"iterations\": " + iterations + ", \"salt\": \"" + salt
                        + "\", \"codes\": " + entries + "}",
                "{\"total\": 10}");
    }

    private static Damaged key(String id, String aaguid, String publicKey) {
        return new Damaged(
                "{}",
                "{\"aaguid\": \"" + aaguid + "\", \"credentialId\": \"" + id
                        + "\", \"counter\": 0, \"credentialPublicKey\": \"" + publicKey
                        + "\", \"attestationStatementFormat\": \"none\", \"transports\": []}");
    }
}
