// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON for the admin REST API. */
final class RealmJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmJson() {}

    /** A realm with the keys and the password hash that Keycloak gives it. */
    static ObjectNode realm(String name, @Nullable Policy policy) {
        ObjectNode realm = JSON.createObjectNode();
        realm.put("realm", name).put("displayName", "Acme Ltd").put("enabled", true);
        realm.put("eventsEnabled", true).put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", true);
        realm.putArray("eventsListeners").add("jboss-logging");
        realm.put("internationalizationEnabled", true).put("defaultLocale", "en");
        realm.putArray("supportedLocales").add("en").add("de");
        realm.put("resetPasswordAllowed", true);
        if (policy != null) {
            realm.putObject("attributes").put(Tenant.POLICY, policy.toString());
        }
        return realm;
    }

    /** A cheap realm: with keys that already exist, and with a password hash that costs nothing. */
    static ObjectNode cheapRealm(String name, @Nullable Policy policy) {
        ObjectNode realm = realm(name, policy);
        realm.set("components", TestKeys.components());
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha512) and hashIterations(1)");
        return realm;
    }

    static ObjectNode client(String id, String redirect) {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", id).put("publicClient", true).put("directAccessGrantsEnabled", true);
        client.putArray("redirectUris").add(redirect);
        return client;
    }

    static ObjectNode user(String username, String email, String password) {
        ObjectNode user = JSON.createObjectNode();
        user.put("username", username).put("email", email).put("emailVerified", true);
        user.put("firstName", "Ada").put("lastName", "Lovelace").put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", password);
        return user;
    }

    static ObjectNode otpCredential(String label, String secret) {
        ObjectNode credential = JSON.createObjectNode();
        credential.put("type", "otp").put("userLabel", label);
        // an older one would not be accepted in the first minute of a server, since it might have been used before
        credential.put("createdDate", System.currentTimeMillis());
        credential.put(
                "secretData", JSON.createObjectNode().put("value", secret).toString());
        credential.put(
                "credentialData",
                JSON.createObjectNode()
                        .put("subType", "totp")
                        .put("digits", 6)
                        .put("counter", 0)
                        .put("period", 30)
                        .put("algorithm", "HmacSHA1")
                        .toString());
        return credential;
    }

    static ObjectNode readOnlyUsers() {
        ObjectNode component = JSON.createObjectNode();
        component.put("name", "read-only").put("providerId", "msp-mfa-test-readonly");
        component.put("providerType", "org.keycloak.storage.UserStorageProvider");
        component.putObject("config").putArray("enabled").add("true");
        return component;
    }
}
