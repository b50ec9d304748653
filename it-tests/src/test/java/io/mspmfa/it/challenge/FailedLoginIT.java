// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins whose transaction fails, as when the database goes away: nothing that they used counts as used. */
class FailedLoginIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void loginsCanFail() {
        TENANT.change(realm -> realm.withArray("eventsListeners").add(ServerProbe.BROKEN_COMMIT));
    }

    @Test
    void A41_R3_aBackupCodeOfAFailedLoginCanBeUsedOnceMore() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);

        assertWorksOnceAfterAFailure(() -> TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(1)));
    }

    @Test
    void R9_aCounterBasedCodeOfAFailedLoginCanBeUsedOnceMore() throws InvalidKeyException {
        User ada = TENANT.user();
        TENANT.changeUser(ada, json -> json.putArray("credentials").add(hardwareToken()));
        String code = new HmacOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"), 0);

        assertWorksOnceAfterAFailure(() -> TestApp.passwordGrant(TENANT, ada, "otp", code));
    }

    private static void assertWorksOnceAfterAFailure(Supplier<TokenResult> login) {
        TENANT.probe()
                .duringBrokenCommits(() -> assertThat(login.get().signedIn()).isFalse());

        assertThat(login.get().signedIn()).isTrue();
        assertThat(login.get().signedIn()).isFalse();
    }

    private static ObjectNode hardwareToken() {
        ObjectNode data = JSON.createObjectNode().put("subType", "hotp").put("digits", 6);
        data.put("counter", 0).put("period", 0).put("algorithm", "HmacSHA1");
        return JSON.createObjectNode()
                .put("type", "otp")
                .put("secretData", JSON.createObjectNode().put("value", SECRET).toString())
                .put("credentialData", data.toString());
    }
}
