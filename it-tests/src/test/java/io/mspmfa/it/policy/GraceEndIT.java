// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When grace begins, what it allows, and that it ends to the second, for sessions and grants too (A26, A57, R39). */
class GraceEndIT {
    private static final int DAYS = 2;
    private static final int TEN_DAYS = 864_000;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().graceDays(DAYS));

    @BeforeAll
    static void sessionsLastLongerThanTheGracePeriod() {
        TENANT.change(realm -> realm.put("ssoSessionIdleTimeout", TEN_DAYS).put("ssoSessionMaxLifespan", TEN_DAYS));
    }

    @BeforeEach
    void twoDays() {
        TENANT.setPolicy(Policy.required().graceDays(DAYS));
    }

    @Test
    void A26_R39_graceEndsToTheSecondWhateverTheUserDoes() {
        User ada = TENANT.user();
        postpone(ada);
        Instant end = end(ada);
        TENANT.clock().forward(Duration.ofHours(30));
        postpone(ada);
        TENANT.setPolicy(Policy.required().graceDays(DAYS).selfDisable(false));
        TENANT.admin().put(path("policy"), Policy.required().graceDays(DAYS));
        assertThat(end(ada))
                .as("after another login, in another browser, under a policy saved anew")
                .isEqualTo(end);

        TENANT.clock().moveTo(end.minusSeconds(20));
        new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);
        TENANT.clock().moveTo(end.plusSeconds(1));

        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @Test
    void A57_usersFromBeforeThePolicyHaveTheSameDays() {
        TENANT.setPolicy(Policy.optional());
        User ada = TENANT.user();
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
        TENANT.clock().forward(Duration.ofDays(5));

        TENANT.setPolicy(Policy.required().graceDays(DAYS));
        postpone(ada);

        assertThat(Duration.between(TENANT.clock().now(), end(ada)))
                .isBetween(Duration.ofDays(DAYS).minusMinutes(1), Duration.ofDays(DAYS));
    }

    @Test
    void A26_withoutDaysSettingUpIsDueAtOnce() {
        TENANT.setPolicy(Policy.required().graceDays(0));

        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
    }

    @Test
    void R39_fewerDaysShortenARunningGracePeriod() {
        User ada = TENANT.user();
        postpone(ada);
        TENANT.clock().forward(Duration.ofHours(25));

        TENANT.setPolicy(Policy.required().graceDays(1));

        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "-1", "1.5", "\"7\""})
    void A26_daysOutOfRangeAreRefused(String days) {
        for (String what : List.of("policy", "floor")) {
            Answer refused = TENANT.admin().tryPut(path(what), "{\"mode\": \"required\", \"graceDays\": " + days + "}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("fields").findValuesAsText("field")).containsExactly("graceDays");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void A26_theEndsOfTheRangeAreAccepted(int days) {
        assertThat(TENANT.admin()
                        .tryPut(path("policy"), Policy.required().graceDays(days))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void R39_thePasswordGrantWorksInGraceAndNotAfterIt() {
        User ada = TENANT.user();
        TokenResult within = TestApp.passwordGrant(TENANT, ada);
        assertThat(within.signedIn()).as("%s", within.body()).isTrue();

        TENANT.clock().forward(Duration.ofDays(DAYS).plusSeconds(5));

        assertThat(TestApp.passwordGrant(TENANT, ada).error()).isEqualTo("interaction_required");
    }

    @Test
    void R39_aSessionFromTheGracePeriodGetsNoTokensAfterIt() {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        TokenResult tokens = postpone(browser, ada);
        TENANT.clock().moveTo(end(ada).minusSeconds(60));
        TokenResult refreshed = TestApp.refresh(TENANT, tokens);
        assertThat(refreshed.signedIn()).as("%s", refreshed.body()).isTrue();

        TENANT.clock().forward(Duration.ofMinutes(2));

        assertThat(TestApp.refresh(TENANT, refreshed).error()).isEqualTo("invalid_grant");
    }

    @Test
    void R39_theCookieOfASessionFromTheGracePeriodSignsNobodyInAfterIt() {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        postpone(browser, ada);
        TENANT.clock().moveTo(end(ada).minusSeconds(60));
        assertThat(browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).signedIn())
                .as("within")
                .isTrue();

        TENANT.clock().forward(Duration.ofMinutes(2));
        RawPage after = browser.get(TestApp.loginUri(TENANT));

        assertThat(after.id()).isIn(TotpPage.ID, LoginPage.ID);
        if (after.id().equals(LoginPage.ID)) {
            browser.post(after, "username", ada.username(), "password", ada.password())
                    .expect(TotpPage.ID);
        }
    }

    @Test
    void R39_anOfflineTokenFromTheGracePeriodGetsNoTokensAfterIt() {
        User ada = TENANT.user();
        TokenResult tokens = TestApp.grant(
                TENANT,
                "password",
                "username",
                ada.username(),
                "password",
                ada.password(),
                "scope",
                "openid offline_access");
        TokenResult refreshed = TestApp.refresh(TENANT, tokens);
        assertThat(refreshed.signedIn()).as("%s", refreshed.body()).isTrue();

        TENANT.clock().forward(Duration.ofDays(DAYS).plusMinutes(1));

        assertThat(TestApp.refresh(TENANT, refreshed).error()).isEqualTo("invalid_grant");
    }

    private static void postpone(User user) {
        postpone(new RawBrowser(TENANT), user);
    }

    private static TokenResult postpone(RawBrowser browser, User user) {
        RawPage offer = browser.login(user).expect(MethodPage.ID);
        TokenResult tokens = browser.post(offer, "later", "true").tokens();
        assertThat(tokens.signedIn()).as("%s", tokens.body()).isTrue();
        return tokens;
    }

    private static Instant end(User user) {
        return Instant.parse(TENANT.admin()
                .get(path("users/" + user.id()))
                .path("graceEndsAt")
                .asText());
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
