// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day on which each of a user's factors was last used. */
class LastUsedIT {
    private static final String OTHER = "othersecretothersecr";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().methods("totp", "webauthn"));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void loginsCanFail() {
        TENANT.change(realm -> realm.withArray("eventsListeners").add(ServerProbe.BROKEN_COMMIT));
    }

    /** So that no test runs into the next day. */
    @BeforeEach
    void itIsNoon() {
        Instant noon = today().plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        TENANT.clock().moveTo(noon);
    }

    @Test
    void anAppIsUsedByItsOwnCodeOnly() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String app = idOf(ada, "otp");
        TENANT.addStockOtp(ada, OTHER);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.post(
                Story.toChallenge(browser, ada), "code", enrolled.phone().wrongCode());
        assertThat(days(ada)).as("after the set-up and a wrong code").isEmpty();

        browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(days(ada)).isEqualTo(Map.of(app, today().toString()));
    }

    @Test
    void aLaterDayReplacesTheFirst() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        grant(ada, enrolled);
        LocalDate first = today();
        assertThat(days(ada).values()).containsExactly(first.toString());

        TENANT.clock().forward(Duration.ofDays(1));
        grant(ada, enrolled);

        assertThat(days(ada).values()).containsExactly(first.plusDays(1).toString());
    }

    @Test
    void aBackupCodeIsAUseOfItsSet() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);

        TokenResult tokens = TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(0));

        assertThat(tokens.signedIn()).isTrue();
        assertThat(days(ada)).containsOnlyKeys(idOf(ada, "msp-backup-codes"));
    }

    @ParameterizedTest
    @CsvSource({"webauthn-register, webauthn", "webauthn-register-passwordless, webauthn-passwordless"})
    void ofSeveralKeysTheOneThatAnsweredIsUsed(String action, String type) {
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada, "kc_action", action);
        Story.registerKey(laptop);
        String key = idOf(ada, type);
        plantTwin(ada, key);
        TENANT.addStockOtp(ada, OTHER);
        assertThat(days(ada)).as("after the registration").isEmpty();
        TENANT.admin().post(TENANT.userPath(ada) + "/logout", "{}");

        laptop.login(ada).on(ChallengePage::new).use("webauthn");
        laptop.on(KeyPage::new).touch().on(AppPage::new);

        assertThat(days(ada)).isEqualTo(Map.of(key, today().toString()));
    }

    @Test
    void aLoginThatFailsAtItsEndIsNoUseAndTheNextOneIs() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String code = enrolled.phone().freshCode();
        TENANT.probe()
                .duringBrokenCommits(() -> assertThat(
                                TestApp.passwordGrant(TENANT, ada, "otp", code).signedIn())
                        .isFalse());
        assertThat(days(ada)).isEmpty();

        grant(ada, enrolled);

        assertThat(days(ada)).containsOnlyKeys(idOf(ada, "otp"));
    }

    private static void grant(User user, Enrolled enrolled) {
        assertThat(TestApp.passwordGrant(TENANT, user, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    /** Stores another key in front of a user's key, which differs from it in its id only. */
    private static void plantTwin(User user, String key) {
        for (JsonNode stored : TENANT.probe().storedCredentials(user.username())) {
            if (stored.path("id").asText().equals(key)) {
                ObjectNode twin = stored.deepCopy();
                twin.remove("id");
                twin.put("label", "Twin");
                String data = stored.path("credentialData").asText();
                twin.put(
                        "credentialData",
                        data.replaceFirst("\"credentialId\":\"[^\"]+\"", "\"credentialId\":\"AAECAw==\""));
                assertThat(TENANT.probe().plantCredential(user.username(), twin))
                        .isNotEqualTo(key);
            }
        }
    }

    /** The days that {@code users/{id}} shows, by the id of the factor, without those that were never used. */
    private static Map<String, String> days(User user) {
        Map<String, String> days = new TreeMap<>();
        for (JsonNode factor : TENANT.admin().get(status(user)).path("factors")) {
            assertThat(factor.has("lastUsedAt")).isTrue();
            if (!factor.path("lastUsedAt").isNull()) {
                days.put(factor.path("id").asText(), factor.path("lastUsedAt").asText());
            }
        }
        return days;
    }

    private static String idOf(User user, String type) {
        for (JsonNode factor : TENANT.admin().get(status(user)).path("factors")) {
            if (factor.path("type").asText().equals(type)) {
                return factor.path("id").asText();
            }
        }
        throw new AssertionError("No " + type);
    }

    private static String status(User user) {
        return "/" + TENANT.name() + "/msp-mfa/users/" + user.id();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TENANT.clock().now(), ZoneOffset.UTC);
    }
}
