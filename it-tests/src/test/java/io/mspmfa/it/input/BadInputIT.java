// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.realm.Directory;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a client sends leads to a 500 response, one of our stack traces, or a session. */
class BadInputIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().attempts(100, 1));

    @RegisterExtension
    final NoStackTraces log = new NoStackTraces(TENANT);

    static Stream<String> nonsense() {
        return Stream.of(
                "",
                " ",
                "0",
                "-1",
                "12345",
                "1234567",
                "abcdef",
                "١٢٣٤٥٦",
                "１２３４５６",
                "12\u000034",
                "\u0007\u001b[31m\r\nSet-Cookie: a=b",
                "' OR '1'='1",
                "<script>alert(1)</script>",
                "${jndi:ldap://x}",
                "𝟙𝟚𝟛𝟜𝟝𝟞",
                "9".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedAtTheChallengeAndThePageStillWorks(String value) {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, ada);

        RawPage refused = browser.post(challenge, "code", value).expect(ChallengePage.ID);

        assertThat(refused.text()).doesNotContain("alert(1)");
        assertThat(browser.post(refused, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedAsABackupCode(String value) {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        browser.post(Story.toBackupCode(browser, ada), "backupCode", value).expect(BackupCodePage.ID);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedInTheSetUp(String value) {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage verify = toVerify(browser, browser.login(ada));

        RawPage refused = browser.post(verify, "otp1", value, "otp2", value, "userLabel", value, "verify", "true");

        refused.expect(VerifyTotpPage.ID);
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
    }

    @Test
    void aMegabyteInAFieldIsRefused() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, ada);

        RawPage refused = browser.post(challenge, "code", "1".repeat(1_000_000));

        assertThat(refused.status()).isLessThan(500);
        assertThat(refused.atApp()).isFalse();
        assertThat(browser.post(challenge, "code", enrolled.phone().freshCode()).status())
                .isLessThan(500);
    }

    @Test
    void missingFieldsAreRefusedEverywhere() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage scan = browser.login(ada).expect(TotpPage.ID);
        RawPage shown = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage unsaved = browser.post(shown, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = browser.post(unsaved, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);

        RawPage refused = browser.post(verify, "verify", "true").expect(VerifyTotpPage.ID);

        assertThat(refused.status()).isLessThan(500);
        assertThat(browser.post(refused).status()).isLessThan(500);
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void repeatedFieldsCannotSmuggleInACode() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, ada);
        Form many = new Form();
        for (int i = 0; i < 50; i++) {
            many.add("code", enrolled.phone().wrongCode());
        }

        RawPage refused = browser.post(challenge.action(), many).expect(ChallengePage.ID);

        assertThat(browser.post(refused, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    @Test
    void anOldFormSentAgainDoesNotSignIn() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        int sessions = TENANT.sessions(ada);
        RawPage first = Story.toChallenge(browser, ada);
        RawPage second =
                browser.post(first, "code", enrolled.phone().wrongCode()).expect(ChallengePage.ID);
        assertThat(second.action()).isNotEqualTo(first.action());

        RawPage again = browser.post(first, "code", enrolled.phone().freshCode());

        again.expect(ChallengePage.ID);
        assertThat(TENANT.sessions(ada)).isEqualTo(sessions);
        assertThat(browser.post(again, "code", enrolled.phone().freshCode()).signedIn())
                .as("the new form is the way in")
                .isTrue();
    }

    @Test
    void anotherBrowsersFormDoesNotSignIn() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser victim = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(victim, ada);
        RawBrowser attacker = new RawBrowser(TENANT);

        RawPage answer = attacker.post(challenge, "code", enrolled.phone().freshCode());

        answer.expect(KeycloakErrorPage.ID);
        assertThat(answer.status()).isLessThan(500);
    }

    @Test
    void P30_aReadOnlyFederatedUserEnrolsAndSignsIn() {
        var readOnly = Directory.addTo(TENANT).user(1);
        RawBrowser browser = new RawBrowser(TENANT);

        var enrolled = Story.setUp(TENANT, browser, browser.login(readOnly));

        RawBrowser other = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(other, readOnly);
        assertThat(other.post(challenge, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
        Story.loginByBackupCode(new RawBrowser(TENANT), readOnly, enrolled.code(5))
                .expect(DonePage.ID);
        Story.loginByBackupCode(new RawBrowser(TENANT), readOnly, enrolled.code(5))
                .expect(BackupCodePage.ID);
    }

    private static RawPage toVerify(RawBrowser browser, RawPage scan) {
        RawPage shown = browser.post(scan.expect(TotpPage.ID), "next", "true").expect(BackupCodesPage.ID);
        return browser.post(shown, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);
    }
}
