// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockOtpPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One session per user: who may end the user's other sessions (P31, keycloak issue 16663). */
class SessionLimitsIT {

    private static final String SECRET = "abcdefghijklmnopqrst";
    private static final String TERMINATE = "terminate";
    private static final String DENY = "deny";
    private static final String GRANT = "grant";

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void limits() {
        for (Tenant tenant : new Tenant[] {STOCK, TENANT}) {
            makeFlow(tenant, DENY, "Deny new session");
            makeFlow(tenant, TERMINATE, "Terminate oldest session");
            new Flows(tenant)
                    .bindNew(
                            "directGrantFlow",
                            GRANT,
                            "direct-grant-validate-username",
                            "direct-grant-validate-password",
                            "user-session-limits");
            limit(tenant, GRANT, "Terminate oldest session");
        }
    }

    @BeforeEach
    void terminate() {
        bind(TERMINATE);
    }

    @Test
    void P31_onStockKeycloakAPasswordAloneEndsTheOwnersSession() {
        var ada = STOCK.userWithStockOtp(SECRET);
        RawBrowser owner = new RawBrowser(STOCK);
        RawPage otp = owner.login(ada).expect(StockOtpPage.ID);
        owner.post(otp, "otp", Phone.withStockSecret(SECRET, STOCK.clock()).code(0))
                .tokens();
        assertThat(STOCK.sessions(ada)).isEqualTo(1);

        new RawBrowser(STOCK).login(ada).expect(StockOtpPage.ID);

        assertThat(STOCK.sessions(ada)).isZero();
    }

    @Test
    void P31_aPasswordAloneEndsNoSession() {
        var ada = TENANT.user();
        signedIn(ada);

        Story.toChallenge(new RawBrowser(TENANT), ada);

        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_theOldestSessionEndsAfterACorrectCode() {
        var ada = TENANT.user();
        var enrolled = signedIn(ada);
        RawBrowser second = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(second, ada);
        RawPage again =
                second.post(challenge, "code", enrolled.phone().wrongCode()).expect(ChallengePage.ID);
        assertThat(TENANT.sessions(ada)).isEqualTo(1);

        assertThat(second.post(again, "code", enrolled.phone().freshCode()).signedIn())
                .as("asked once, though the flow has a form of its own behind the limit")
                .isTrue();

        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_aNewSessionIsDeniedOnlyAfterTheCode() {
        bind(DENY);
        var ada = TENANT.user();
        var enrolled = signedIn(ada);
        RawBrowser second = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(second, ada);

        RawPage denied = second.post(challenge, "code", enrolled.phone().freshCode());

        assertThat(denied.status()).isEqualTo(403);
        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_twoLoginsWaitingForTheirCodesDoNotBothPassTheLimit() {
        bind(DENY);
        var ada = TENANT.user();
        var enrolled = signedIn(ada);
        TENANT.admin().post(TENANT.userPath(ada) + "/logout", "{}");
        RawBrowser first = new RawBrowser(TENANT);
        RawBrowser second = new RawBrowser(TENANT);
        RawPage one = Story.toChallenge(first, ada);
        RawPage two = Story.toChallenge(second, ada);

        first.post(one, "code", enrolled.phone().freshCode());
        second.post(two, "code", enrolled.phone().freshCode());

        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_theNoticeAfterABackupCodeAlsoComesBeforeTheLimit() {
        var ada = TENANT.user();
        var enrolled = signedIn(ada);
        RawBrowser second = new RawBrowser(TENANT);

        RawPage done = Story.loginByBackupCode(second, ada, enrolled.code(0)).expect(DonePage.ID);

        assertThat(second.post(done, "finish", "true").signedIn()).isTrue();
        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_enrolmentComesBeforeTheLimit() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        Story.setUp(TENANT, browser, browser.login(ada).expect(TotpPage.ID));

        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void P31_inAPasswordGrantTheCodeComesBeforeTheLimit() {
        var ada = TENANT.user();
        var enrolled = signedIn(ada);

        assertThat(TestApp.passwordGrant(TENANT, ada).errorDescription()).contains("backup_code");
        TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().wrongCode());
        assertThat(TENANT.sessions(ada)).isEqualTo(1);

        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    private static Enrolled signedIn(User user) {
        Enrolled enrolled = Story.enrol(TENANT, user);
        TENANT.clock().forward(Duration.ofMinutes(2));
        return enrolled;
    }

    /** The limit comes before the form that asks for a code, which nothing stops an administrator from configuring. */
    private static void makeFlow(Tenant tenant, String alias, String behaviour) {
        new Flows(tenant)
                .bindNew("browserFlow", alias, "auth-username-password-form", "user-session-limits", "auth-otp-form");
        limit(tenant, alias, behaviour);
    }

    private static void limit(Tenant tenant, String alias, String behaviour) {
        new Flows(tenant)
                .configure(
                        alias,
                        "user-session-limits",
                        Map.of("behavior", behaviour, "userRealmLimit", "1", "userClientLimit", "0"));
    }

    private static void bind(String alias) {
        new Flows(TENANT).bind("browserFlow", alias);
    }
}
