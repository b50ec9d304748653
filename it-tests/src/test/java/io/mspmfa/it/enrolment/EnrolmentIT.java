// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.OtpAuth;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wizard with the default settings, through each of its entry points. */
class EnrolmentIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void enrolmentIsRequired() {
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void L11_K10_A2_A14_A21_M7_M13_V13_V14_requiredLoginLeadsThroughTheWizardAndTheNextLoginAsksForACode() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);

        var enrolled = Story.setUp(laptop);

        assertThat(laptop.on(DonePage::new).text()).contains(Texts.en("mspMfaDoneTitle"), Texts.en("mspMfaDoneOn"));
        assertThat(laptop.on(DonePage::new).finish().on(AppPage::new).result().signedIn())
                .isTrue();
        Device tablet = devices.open().login(ada);
        var asked = tablet.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        assertThat(asked.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void L2_L5_K7_K15_A29_V2_R7_theQrHasAStandardKeyOfAtLeast160BitsAndIssuerAndEmail() {
        var ada = TENANT.user();

        OtpAuth account = devices.open().login(ada).on(TotpPage::new).qr();

        assertThat(account.type()).isEqualTo("totp");
        assertThat(account.algorithm()).isEqualTo("SHA1");
        assertThat(account.digits()).isEqualTo(6);
        assertThat(account.period()).isEqualTo(30);
        assertThat(account.issuer()).isEqualTo("Acme Ltd");
        assertThat(account.label()).contains(ada.email());
        assertThat(account.secret()).matches("[A-Z2-7]{32,}");
    }

    @Test
    void L6_K8_K17_M5_M12_theKeyInTheQrIsHiddenUntilTheQrIsClicked() {
        var scan = devices.open().login(TENANT.user()).on(TotpPage::new);
        assertThat(scan.keyIsVisible()).isFalse();

        scan.clickQr();

        assertThat(scan.keyIsVisible()).isTrue();
        assertThat(scan.key().replace(" ", "")).isEqualTo(scan.qr().secret());
        assertThat(scan.key()).matches("([A-Z2-7]{4} )+[A-Z2-7]{1,4}");
    }

    @Test
    void M12_enterOnTheQrRevealsTheKeyToo() {
        var scan = devices.open().login(TENANT.user()).on(TotpPage::new);

        scan.pressOnQr("Enter");

        assertThat(scan.keyIsVisible()).isTrue();
    }

    @Test
    void K5_M9_M11_thePageNamesAppsAndCountsDown() {
        var scan = devices.open().login(TENANT.user()).on(TotpPage::new);

        assertThat(scan.text()).contains(Texts.en("mspMfaTotpApps"), Texts.en("mspMfaTotpAdd"));
        assertThat(scan.timerRole()).isEqualTo("timer");
        assertThat(scan.timer()).matches("0[23]:[0-5][0-9]");
    }

    @Test
    void L7_L8_A5_A39_R1_tenCodesOf75BitsAreShownWithAWarningAndAsAFile() {
        devices.open().login(TENANT.user()).on(TotpPage::new).next();
        var shown = devices.last().on(BackupCodesPage::new);

        assertThat(shown.codes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}"));
        assertThat(shown.text()).contains(Texts.en("mspMfaBackupCodesOnce"), Texts.en("mspMfaBackupCodesWhy"));
        assertThat(shown.file()).contains(shown.codes()).contains(Texts.en("mspMfaBackupCodesFileWarning"));
    }

    @Test
    void R2_storedCodesAreSaltedHashes() {
        var ada = TENANT.user();

        var enrolled = Story.enrol(TENANT, ada);

        String stored = TENANT.probe().storedCredentials(ada.username()).toString();
        assertThat(stored).contains("msp-backup-codes", "salt");
        for (String code : enrolled.codes()) {
            assertThat(stored).doesNotContain(code, code.replace("-", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa-setup", "msp-mfa-setup:totp", "CONFIGURE_TOTP"})
    void A20_A31_anAppCanRequestTheSetUpAndLearnsThatItSucceeded(String action) {
        TENANT.setPolicy(Policy.optional());
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada, "kc_action", action);

        Story.setUp(laptop);
        var result = laptop.on(DonePage::new).finish().on(AppPage::new).result();

        assertThat(result.signedIn()).isTrue();
        assertThat(result.actionStatus()).isEqualTo("success");
        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
    }

    @Test
    void A28_theSetUpHasItsOwnAddress() {
        TENANT.setPolicy(Policy.optional());
        var ada = TENANT.user();
        Device laptop = devices.open().open(TENANT.uri("/msp-mfa/setup"));
        laptop.on(LoginPage::new).submit(ada.username(), ada.password());

        Story.setUp(laptop);
        laptop.on(DonePage::new).finish();

        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isTrue();
    }

    @Test
    void V8_requiredSetUpCannotBeCancelled() {
        TENANT.setPolicy(Policy.required());

        var scan = devices.open().login(TENANT.user(), "kc_action", "msp-mfa").on(TotpPage::new);

        assertThat(scan.isCancellable()).isFalse();
    }

    @Test
    void K9_aVoluntarySetUpCanBeCancelledAndThenNothingIsEnabled() {
        TENANT.setPolicy(Policy.optional());
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada, "kc_action", "msp-mfa-setup");

        laptop.on(TotpPage::new).next();
        var result = laptop.on(BackupCodesPage::new).cancel().on(AppPage::new).result();

        assertThat(result.actionStatus()).isEqualTo("cancelled");
        assertThat(TENANT.probe().storedCredentials(ada.username()).findValuesAsText("type"))
                .containsExactly("password");
    }

    @Test
    void L10_theDeviceNameIsStored() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        Phone phone = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next();
        laptop.on(BackupCodesPage::new).save();

        laptop.on(VerifyTotpPage::new).label("Työpuhelin ☎").submit(phone.pair());

        laptop.on(DonePage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("userLabel")).contains("Työpuhelin ☎");
    }
}
