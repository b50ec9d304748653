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
import io.mspmfa.it.pages.SecurityKeyPage;
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
        SecurityKeyPage.register(laptop).touch().on(AppPage::new);
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

    @Test
    void R28_aResetForgetsIt() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().post(status(ada) + "/reset", "{\"reason\": \"lost\"}");

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void switchingOffForgetsItAlsoOfTheBackupCodeThatDidSo() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String app = idOf(ada, "otp");
        String codes = idOf(ada, "msp-backup-codes");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-disable").expect(ChallengePage.ID);
        RawPage page = browser.post(challenge, "code", enrolled.phone().freshCode());
        assertThat(TENANT.probe().storedUses()).contains(app);

        browser.post(page, "backupCode", enrolled.code(0));

        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        assertThat(TENANT.probe().storedUses()).doesNotContain(app, codes);
    }

    @Test
    void aNewAppForgetsThatOfTheOldOne() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String old = idOf(ada, "otp");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-setup").expect(ChallengePage.ID);
        RawPage scan = browser.post(challenge, "code", enrolled.phone().freshCode());
        assertThat(TENANT.probe().storedUses()).contains(old);

        Story.setUp(TENANT, browser, scan);

        assertThat(idOf(ada, "otp")).isNotEqualTo(old);
        assertThat(TENANT.probe().storedUses()).doesNotContain(old);
        assertThat(days(ada)).isEmpty();
    }

    @Test
    void theAdminConsoleForgetsThatOfARemovedCredential() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + app);

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void nothingIsKeptOfADeletedUser() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().delete(TENANT.userPath(ada));

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void nothingIsKeptOfUsersWhoDisappearedWithTheirDirectory() {
        TENANT.addReadOnlyUsers();
        String type = "/" + TENANT.name() + "/components?type=org.keycloak.storage.UserStorageProvider";
        String directory = TENANT.admin().get(type).path(0).path("id").asText();
        User user =
                new User("f:" + directory + ":readonly1", "readonly1", "readonly1@readonly.test", "readonly-password");
        grant(user, Story.enrol(TENANT, user));
        String app = idOf(user, "otp");
        assertThat(days(user)).containsOnlyKeys(app);
        assertThat(listed("readonly1")).as("in the status list").isEqualTo(1);
        User ada = usedByAda();

        TENANT.admin().delete("/" + TENANT.name() + "/components/" + directory);

        assertThat(TENANT.probe().storedUses()).doesNotContain(app).contains(idOf(ada, "otp"));
        assertThat(listed("readonly1")).as("in the status list").isZero();
    }

    private static User usedByAda() {
        User ada = TENANT.user();
        grant(ada, Story.enrol(TENANT, ada));
        assertThat(TENANT.probe().storedUses()).contains(idOf(ada, "otp"));
        return ada;
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

    private static int listed(String name) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users?search=" + name)
                .path("items")
                .size();
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
