// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator who stores a factor for a user, and so could use it himself, can't do so unnoticed (R32). */
class PlantedFactorsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @ParameterizedTest
    @CsvSource({
        "otp, mspMfaMailFactorApp",
        "msp-email, mspMfaMailFactorEmail",
        "msp-backup-codes, mspMfaMailFactorBackupCodes",
        "recovery-authn-codes, mspMfaMailFactorRecoveryCodes",
        "webauthn, mspMfaMailFactorSecurityKey",
        "webauthn-passwordless, mspMfaMailFactorPasskey"
    })
    void R32_aFactorThatAnAdministratorStoresIsNotified(String type, String name) throws InterruptedException {
        User ada = TENANT.user();

        TENANT.changeUser(ada, user -> user.putArray("credentials").add(credential(type, ada)));

        assertThat(TENANT.hasCredential(ada, type)).isTrue();
        Mail mail = MAILBOX.nextTo(ada);
        assertThat(mail.subject()).isEqualTo(Texts.en("mspMfaMailSubjectFactorAdded", "Acme Ltd"));
        assertThat(mail.text()).contains(Texts.en(name), Texts.en("mspMfaMailByAdministrator"));
    }

    private static ObjectNode credential(String type, User user) {
        ObjectNode credential = JSON.createObjectNode().put("type", type).put("createdDate", 1_700_000_000_000L);
        ObjectNode data = JSON.createObjectNode();
        ObjectNode secret = JSON.createObjectNode();
        switch (type) {
            case "otp" -> {
                secret.put("value", "planted secret of 20");
                data.put("subType", "totp").put("digits", 6).put("period", 30).put("algorithm", "HmacSHA1");
            }
            case "msp-email" -> data.put("salt", base64("salt")).put("hash", sha256("salt" + user.email()));
            case "recovery-authn-codes" -> {
                secret.putArray("codes").addObject().put("number", 1).put("encodedHashedValue", "x");
                data.put("hashIterations", 1)
                        .put("algorithm", "HmacSHA512")
                        .put("totalCodes", 1)
                        .put("remainingCodes", 1);
            }
            case "webauthn", "webauthn-passwordless" -> {
                data.put("aaguid", "00000000-0000-0000-0000-000000000000")
                        .put("credentialId", base64("planted"))
                        .put("counter", 0)
                        .put("credentialPublicKey", base64("key"))
                        .put("attestationStatementFormat", "none");
                data.putArray("transports");
            }
            default -> {} // may be anything
        }
        return credential.put("secretData", secret.toString()).put("credentialData", data.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
