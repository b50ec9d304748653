// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Password first, then the code, then tokens. */
class ChallengeIT {
    private static final String SECRET = "oldsecretoldsecretol";
    private static final String OLD = "Old phone";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void L1_L15_A1_A9_A11_A13_V1_V17_thePasswordAloneGivesNeitherASessionNorACode() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        int sessions = TENANT.sessions(ada);
        RawBrowser browser = new RawBrowser(TENANT);

        browser.login(ada).expect(ChallengePage.ID);

        assertThat(browser.hasCookie("KEYCLOAK_IDENTITY")).isFalse();
        assertThat(TENANT.sessions(ada)).isEqualTo(sessions);
        assertThat(browser.get(TestApp.loginUri(TENANT, "prompt", "none")).signedIn())
                .isFalse();
    }

    @Test
    void A12_A18_aWrongCodeIsRefusedAndCanBeRetried() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open().login(ada);

        laptop.on(ChallengePage::new).submit(enrolled.phone().wrongCode());

        laptop.on(ChallengePage::new).expectErrorAt("code", "mspMfaOtpWrongTries");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void K1_M14_everyLoginAsksAgain() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open();
        for (int i = 0; i < 2; i++) {
            laptop.login(ada).on(ChallengePage::new).submit(enrolled.phone().freshCode());
            laptop.on(AppPage::new);
            TENANT.admin().post("/" + TENANT.name() + "/logout-all", "{}");
        }
    }

    @Test
    void A10_aWrongPasswordRevealsNothingAboutTheSecondFactor() {
        var enrolled = TENANT.user();
        Story.enrol(TENANT, enrolled);
        var other = TENANT.user();

        String forEnrolled = wrongPassword(enrolled.username());

        assertThat(forEnrolled).isEqualTo(wrongPassword(other.username()));
        assertThat(forEnrolled).isEqualTo(wrongPassword("nobody"));
    }

    @Test
    void A43_A44_theChallengeNamesTheAppAndSupportsAutofill() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);

        ChallengePage page = devices.open().login(ada).on(ChallengePage::new);

        assertThat(page.text()).contains(Texts.en("mspMfaChallenge", "Acme Ltd"));
        assertThat(page.field("autocomplete")).isEqualTo("one-time-code");
        assertThat(page.field("inputmode")).isEqualTo("numeric");
    }

    /** Any of the apps will do, so the page doesn't ask for the code of a particular one. */
    @Test
    void A43_theChallengeNamesADeviceOnlyIfThereIsNoOther() {
        var ada = TENANT.userWithStockOtp(SECRET);
        assertThat(new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID).says("mspMfaChallengeCodeFrom", OLD))
                .isTrue();

        TENANT.addStockOtp(ada, "another" + SECRET);

        RawBrowser browser = new RawBrowser(TENANT);
        var page = browser.login(ada).expect(ChallengePage.ID);
        assertThat(page.text()).contains(Texts.en("mspMfaChallengeCode")).doesNotContain(OLD);
        Phone second = Phone.withStockSecret("another" + SECRET, TENANT.clock());
        assertThat(browser.post(page, "code", second.freshCode()).signedIn()).isTrue();
    }

    @Test
    void L16_L20_A45_theChallengeLeadsToBackupCodesForEmergenciesAndBack() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open().login(ada);

        BackupCodePage backup = laptop.on(ChallengePage::new).useBackupCode().on(BackupCodePage::new);

        assertThat(backup.text())
                .contains(Texts.en("mspMfaBackupCodeEmergency"), Texts.en("mspMfaBackupCodeSparingly"));
        backup.useApp().on(ChallengePage::new).submit(enrolled.phone().freshCode());
        laptop.on(AppPage::new);
    }

    @Test
    void R8_codesOneStepAwayAreAcceptedTwoStepsAwayAreNot() {
        var early = TENANT.user();
        var late = TENANT.user();
        var earlyPhone = Story.enrol(TENANT, early).phone();
        var latePhone = Story.enrol(TENANT, late).phone();
        TENANT.clock().forward(Duration.ofMinutes(3));
        TENANT.clock().toFreshStep();
        RawBrowser first = new RawBrowser(TENANT);
        RawBrowser second = new RawBrowser(TENANT);

        var refusedEarly = first.post(Story.toChallenge(first, early), "code", earlyPhone.code(2));
        var refusedLate = second.post(Story.toChallenge(second, late), "code", latePhone.code(-2));

        assertThat(first.post(refusedEarly.expect(ChallengePage.ID), "code", earlyPhone.code(1))
                        .signedIn())
                .isTrue();
        assertThat(second.post(refusedLate.expect(ChallengePage.ID), "code", latePhone.code(-1))
                        .signedIn())
                .isTrue();
    }

    @Test
    void A13_R31_thePasswordGrantNeedsTheCodeToo() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);

        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isFalse();
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", enrolled.phone().wrongCode())
                        .signedIn())
                .isFalse();
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    @Test
    void A13_thePasswordGrantOfAUserWithoutAFactorIsRefused() {
        var result = TestApp.passwordGrant(TENANT, TENANT.user());

        assertThat(result.status()).isEqualTo(400);
        assertThat(result.signedIn()).isFalse();
    }

    private static String wrongPassword(String username) {
        RawBrowser browser = new RawBrowser(TENANT);
        var login = browser.get(TestApp.loginUri(TENANT));
        var refused = browser.post(login, "username", username, "password", "wrong");
        return refused.expect(LoginPage.ID).text();
    }
}
