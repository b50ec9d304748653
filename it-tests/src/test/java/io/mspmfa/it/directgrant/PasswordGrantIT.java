// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.directgrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The second factor as a parameter of the token request: in Keycloak's own flow, in a custom flow, and in a flow
 * without it (R31).
 */
class PasswordGrantIT {
    private static final String SECRET = "oldsecretoldsecretol";

    private static final String STOCK = "direct grant";
    private static final String OWN = "own-grant";
    private static final String BARE = "bare-grant";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    @BeforeAll
    static void flows() {
        String name = "direct-grant-validate-username";
        String password = "direct-grant-validate-password";
        new Flows(TENANT).bindNew("directGrantFlow", OWN, name, password, "msp-mfa-direct-grant");
        new Flows(TENANT).bindNew("directGrantFlow", BARE, name, password);
    }

    @BeforeEach
    void defaults() {
        TENANT.setPolicy(Policy.required());
        bind(STOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R31_anAppCodeGetsTokensOnce(String flow) {
        bind(flow);
        var ada = TENANT.user();
        String code = enrol(ada).phone().code(0);

        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", code).signedIn()).isTrue();
        assertInvalid(TestApp.passwordGrant(TENANT, ada, "otp", code));
        assertThat(TENANT.events().of(ada, "LOGIN").get(0).path("details").path("msp_mfa_method"))
                .hasToString("\"totp\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R31_L17_aBackupCodeGetsTokensOnce(String flow) {
        bind(flow);
        var ada = TENANT.user();
        var enrolled = enrol(ada);

        assertThat(TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(2))
                        .signedIn())
                .isTrue();
        assertInvalid(TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R31_thePasswordAloneGetsAnExplanationAndNoSession(String flow) {
        bind(flow);
        var ada = TENANT.user();
        enrol(ada);
        int before = TENANT.sessions(ada);

        TokenResult refused = TestApp.passwordGrant(TENANT, ada, "otp", " ");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription())
                .isEqualTo("A one-time code (otp) or a backup code (backup_code) is required");
        assertThat(TENANT.sessions(ada)).isEqualTo(before);
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR").get(0).path("error").asText())
                .isEqualTo("invalid_user_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R31_anyoneWhoMustEnrolIsSentToTheBrowser(String flow) {
        bind(flow);
        var ada = TENANT.user();

        TokenResult refused = TestApp.passwordGrant(TENANT, ada, "otp", "123456");

        assertThat(refused.error()).isEqualTo("interaction_required");
        assertThat(refused.errorDescription()).contains("set up", "browser");
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR").get(0).path("error").asText())
                .isEqualTo("resolve_required_actions");
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R22_afterFiveWrongCodesACorrectOneGetsTheSameAnswer(String flow) {
        bind(flow);
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        for (int i = 0; i < 4; i++) {
            assertInvalid(
                    TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().wrongCode()));
        }
        TokenResult fifth =
                TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().wrongCode());

        TokenResult right =
                TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().code(0));

        assertThat(right.body()).isEqualTo(fifth.body());
        assertThat(right.error()).isEqualTo("invalid_grant");
        TENANT.clock().forward(Duration.ofSeconds(31));
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void A10_aWrongPasswordInAGrantRevealsNothingAboutTheFactor(String flow) {
        bind(flow);
        var ada = TENANT.user();
        String code = enrol(ada).phone().code(0);
        var without = TENANT.user();
        User thief = new User(ada.id(), ada.username(), ada.email(), "wrong");
        User thiefOfAnother = new User(without.id(), without.username(), without.email(), "wrong");

        TokenResult withCode = TestApp.passwordGrant(TENANT, thief, "otp", code);

        assertThat(withCode.body())
                .isEqualTo(TestApp.passwordGrant(TENANT, thief).body())
                .isEqualTo(TestApp.passwordGrant(TENANT, thiefOfAnother).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void F4_keycloaksDetectionCountsWrongCodesButNotMissingOnes(String flow) {
        bind(flow);
        TENANT.change(realm -> realm.put("bruteForceProtected", true).put("quickLoginCheckMilliSeconds", 0));
        // an app that was set up before: an enrolment ends in a login, which the detection notices at an unpredictable
        // time
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = Phone.withStockSecret(SECRET, TENANT.clock());
        TestApp.passwordGrant(TENANT, ada, "otp", phone.wrongCode());
        assertThat(TENANT.detectedFailures(ada, 1)).isEqualTo(1);
        TestApp.passwordGrant(TENANT, ada, "backup_code", "00000-00000-00000");
        assertThat(TENANT.detectedFailures(ada, 2)).isEqualTo(2);

        assertThat(TestApp.passwordGrant(TENANT, ada).errorDescription()).contains("is required");

        assertThat(TENANT.detectedFailures(ada, 2)).isEqualTo(2);
        TENANT.change(realm -> realm.put("bruteForceProtected", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void A19_ifNothingIsOwedThePasswordIsEnough(String flow) {
        bind(flow);
        var enrolled = TENANT.user();
        enrol(enrolled);
        TENANT.setPolicy(Policy.optional());
        assertThat(TestApp.passwordGrant(TENANT, TENANT.user()).signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, enrolled).signedIn()).isFalse();

        TENANT.setPolicy(Policy.off());

        assertThat(TestApp.passwordGrant(TENANT, enrolled).signedIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, OWN, BARE})
    void R4_theLastBackupCodeIsKeptForTheBrowser(String flow) {
        TENANT.setPolicy(Policy.required().backupCodes(5));
        bind(flow);
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        for (int i = 0; i < 4; i++) {
            assertThat(TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(i))
                            .signedIn())
                    .isTrue();
        }

        TokenResult last = TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(4));

        assertThat(last.error()).isEqualTo("interaction_required");
        assertThat(last.errorDescription()).contains("last backup code");
        // the refusal did not use it up
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(4)).expect(BackupCodesPage.ID);
    }

    @Test
    void M15_inAnUnmanagedRealmTheResponseIsKeycloaks() {
        var ada = UNMANAGED.userWithStockOtp("abcdefghijklmnopqrst");

        TokenResult refused = TestApp.passwordGrant(UNMANAGED, ada, "backup_code", "x");

        assertThat(refused.errorDescription()).isEqualTo("Invalid user credentials");
        assertThat(TestApp.passwordGrant(UNMANAGED, UNMANAGED.user()).signedIn())
                .isTrue();
    }

    private static void assertInvalid(TokenResult refused) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).isEqualTo("The code is not valid");
    }

    private static void bind(String flow) {
        new Flows(TENANT).bind("directGrantFlow", flow);
    }

    /** Enrolled some minutes ago, so that current codes have not been used by the enrolment. */
    private static Enrolled enrol(User user) {
        Enrolled enrolled = Story.enrol(TENANT, user);
        TENANT.clock().forward(Duration.ofMinutes(2));
        return enrolled;
    }
}
