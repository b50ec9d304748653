// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The status of users and of the realm, as an administrator sees it (A52, A53, A54). */
class UsersApiIT {
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeEach
    void optional() {
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void A52_A53_A54_theStatusFollowsEnrolmentAndEachLogin() {
        User ada = TENANT.user();
        assertThat(status(ada).toString())
                .isEqualTo(
                        Json.of("{'id': '" + ada.id() + "', 'username': '" + ada.username() + "', 'firstName': 'Ada',"
                                        + " 'lastName': 'Lovelace', 'email': '" + ada.email() + "', 'enabled': true,"
                                        + " 'federated': false, 'isAdmin': false, 'enrolled': false, 'mustEnrol': false,"
                                        + " 'methods': [],"
                                        + " 'primaryMethod': null, 'backupCodesRemaining': null, 'deviceCount': 0,"
                                        + " 'required': false, 'requiredBy': [], 'graceEndsAt': null, 'lastChallengeAt': null,"
                                        + " 'lastChallengeMethod': null, 'locked': false, 'lockedUntil': null}")
                                .toString());
        Enrolled enrolled = Story.enrol(TENANT, ada);
        JsonNode fresh = status(ada);
        assertThat(fresh.path("enrolled").asBoolean()).isTrue();
        assertThat(Json.texts(fresh.path("methods"))).containsExactly("totp");
        assertThat(fresh.path("primaryMethod").asText()).isEqualTo("totp");
        assertThat(fresh.path("backupCodesRemaining").asInt()).isEqualTo(10);

        TENANT.clock().forward(Duration.ofHours(1));
        loginByCode(ada, enrolled);
        Instant first = lastChallenge(ada, "totp");
        TENANT.clock().forward(Duration.ofHours(1));
        loginByCode(ada, enrolled);
        Instant second = lastChallenge(ada, "totp");
        TENANT.clock().forward(Duration.ofHours(1));
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(Story.loginByBackupCode(browser, ada, enrolled.code(0)), "finish", "true")
                .tokens();
        Instant third = lastChallenge(ada, "backup-code");

        assertThat(Duration.between(first, second)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(65));
        assertThat(Duration.between(second, third)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(65));
        assertThat(status(ada).path("backupCodesRemaining").asInt()).isEqualTo(9);
    }

    @Test
    void A26_theEndOfGraceIsShownWhileItRuns() {
        TENANT.setPolicy(Policy.required().graceDays(2));
        User ada = TENANT.user();
        assertThat(status(ada).path("graceEndsAt").isNull()).isTrue();
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(browser.login(ada).expect(MethodPage.ID), "later", "true").tokens();

        Instant end = Instant.parse(status(ada).path("graceEndsAt").asText());

        assertThat(Duration.between(TENANT.clock().now().plus(Duration.ofDays(2)), end)
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(summary().path("inGrace").asInt()).isEqualTo(1);
        assertThat(TENANT.admin()
                        .get(path(TENANT, "users?state=inGrace"))
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(ada.id());
        TENANT.clock().forward(Duration.ofDays(2).plusMinutes(1));
        assertThat(status(ada).path("graceEndsAt").isNull()).isTrue();
        assertThat(summary().path("inGrace").asInt()).isZero();
    }

    @Test
    void A46_aLockIsShownWhileItLasts() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        int before = summary().path("locked").asInt();
        RawBrowser browser = new RawBrowser(TENANT);
        var page = Story.toChallenge(browser, ada);
        for (int i = 0; i < 5; i++) {
            page = browser.post(page, "code", enrolled.phone().wrongCode());
        }

        assertThat(status(ada).path("locked").asBoolean()).isTrue();
        assertThat(status(ada).path("lockedUntil").asText()).endsWith("Z");
        assertThat(TENANT.admin()
                        .get(path(TENANT, "users?state=locked&search=" + ada.email()))
                        .path("items"))
                .hasSize(1);
        assertThat(why(ada)).contains("locked until");
        assertThat(summary().path("locked").asInt()).isEqualTo(before + 1);
        TENANT.clock().forward(Duration.ofMinutes(2));
        assertThat(status(ada).path("locked").asBoolean(true)).isFalse();
    }

    @Test
    void theSummaryCountsRequiredAndEnrolledUsersAndAdminsWithoutAFactor() {
        TENANT.userWithStockOtp(SECRET);
        TENANT.user();
        JsonNode before = summary();
        assertThat(before.path("byMethod").path("totp").asInt())
                .isEqualTo(before.path("enrolled").asInt());
        TENANT.setPolicy(Policy.required());
        JsonNode all = summary();
        User ada = TENANT.user();
        TENANT.setPolicy(Policy.optional());
        TENANT.admin().put(path(TENANT, "users/" + ada.id() + "/required"), "{\"required\": true}");
        Staff.grant(TENANT.admin(), TENANT.name(), "realm-management", ada.id(), "manage-realm");
        JsonNode after = summary();

        assertThat(all.path("required")).isEqualTo(all.path("users"));
        assertThat(after.path("users").asInt()).isEqualTo(before.path("users").asInt() + 1);
        assertThat(after.path("enrolled")).isEqualTo(before.path("enrolled"));
        assertThat(after.path("required").asInt())
                .isEqualTo(before.path("required").asInt() + 1);
        assertThat(after.path("adminsWithoutMfa").asInt())
                .isEqualTo(before.path("adminsWithoutMfa").asInt() + 1);
    }

    @Test
    void R5_noResponseContainsASecret() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);

        String seen =
                TENANT.admin().get(path(TENANT, "users?max=500")) + status(ada).toString();

        assertThat(seen)
                .contains(ada.username())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("hash");
        enrolled.codes().forEach(code -> assertThat(seen).doesNotContain(code));
        TENANT.probe()
                .storedCredentials(ada.username())
                .forEach(stored -> assertThat(seen)
                        .doesNotContain(stored.path("secretData").asText())
                        .doesNotContain(stored.path("credentialData").asText()));
    }

    private static void loginByCode(User user, Enrolled enrolled) {
        RawBrowser browser = new RawBrowser(TENANT);
        var page = Story.toChallenge(browser, user);
        assertThat(browser.post(page, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    private static Instant lastChallenge(User user, String method) {
        JsonNode status = status(user);
        assertThat(status.path("lastChallengeMethod").asText()).isEqualTo(method);
        return Instant.parse(status.path("lastChallengeAt").asText());
    }

    /** The user in the list, which {@code users/{id}} must agree with. */
    private static JsonNode status(User user) {
        JsonNode one = TENANT.admin().get(path(TENANT, "users/" + user.id()));
        JsonNode listed = TENANT.admin()
                .get(path(TENANT, "users?search=" + user.email()))
                .path("items")
                .path(0);
        listed.fieldNames()
                .forEachRemaining(field -> assertThat(one.path(field)).as(field).isEqualTo(listed.path(field)));
        assertThat(listed.path("deviceCount").isInt()).isTrue();
        assertThat(one.path("devices").isArray()).isTrue();
        assertThat(one.path("devices")).hasSize(listed.path("deviceCount").intValue());
        assertThat(one.path("why")).isNotEmpty();
        return listed;
    }

    private static String why(User user) {
        return TENANT.admin()
                .get(path(TENANT, "users/" + user.id()))
                .path("why")
                .toString();
    }

    private static JsonNode summary() {
        return TENANT.admin().get(path(TENANT, "summary"));
    }

    private static String path(Tenant tenant, String what) {
        return "/" + tenant.name() + "/msp-mfa/" + what;
    }
}
