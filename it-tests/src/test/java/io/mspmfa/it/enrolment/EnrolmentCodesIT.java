// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which codes activate the factor (L10, R10). */
class EnrolmentCodesIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void L10_theSameCodeTwiceIsRefused() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        String code = phone.code(0);

        laptop.on(VerifyTotpPage::new).submit(code, code);

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpSame");
        nothingIsOn(ada);
    }

    @Test
    void L10_A30_aWrongSecondCodeIsRefusedAndTheQrStays() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);

        laptop.on(VerifyTotpPage::new).submit(phone.code(0), phone.wrongCode());

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries");
        nothingIsOn(ada);
        var again = laptop.on(VerifyTotpPage::new).backToQr().on(TotpPage::new);
        assertThat(Phone.scan(again.qr(), TENANT.clock()).code(0)).isEqualTo(phone.code(0));
        again.next();
        laptop.on(VerifyTotpPage::new).submit(phone.pair());
        laptop.on(DonePage::new);
    }

    @Test
    void L10_aWrongFirstCodeIsRefused() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);

        laptop.on(VerifyTotpPage::new).submit(phone.wrongCode(), phone.code(1));

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries");
        nothingIsOn(ada);
    }

    @Test
    void R10_swappedCodesAreRefused() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        TENANT.clock().toFreshStep();

        laptop.on(VerifyTotpPage::new).submit(phone.code(0), phone.code(-1));

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpOrder");
        nothingIsOn(ada);
    }

    @Test
    void R10_codesFromLongAgoAreRefused() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        TENANT.clock().toFreshStep();

        laptop.on(VerifyTotpPage::new).submit(phone.code(-5), phone.code(-4));

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpOld", "mspMfaOtpWrongTries");
        nothingIsOn(ada);
    }

    @Test
    void R8_codesFromTheFutureAreRefused() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        TENANT.clock().toFreshStep();

        laptop.on(VerifyTotpPage::new).submit(phone.code(3), phone.code(4));

        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries", "mspMfaOtpOld");
        nothingIsOn(ada);
    }

    @Test
    void L10_onlyOneCodeIsRefusedByTheServer() {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        var scan = attacker.login(ada).expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        var shown = attacker.post(scan, "next", "true").expect(BackupCodesPage.ID);
        var verify = attacker.post(shown, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);

        var refused = attacker.post(verify, "otp1", phone.code(0), "verify", "true");

        refused.expect(VerifyTotpPage.ID);
        nothingIsOn(ada);
    }

    @Test
    void R9_bothCodesOfTheSetUpAreUsedUp() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        TENANT.clock().toFreshStep();
        var pair = phone.pair();
        laptop.on(VerifyTotpPage::new).submit(pair).on(DonePage::new).finish();

        for (String spent : pair) {
            devices.open().login(ada).on(ChallengePage::new).submit(spent);
            devices.last().on(ChallengePage::new).expectErrorAt("code", "mspMfaOtpWrongTries");
            assertThat(TestApp.passwordGrant(TENANT, ada, "totp", spent).signedIn())
                    .isFalse();
        }
    }

    @Test
    void R23_wrongPairsCountAndEndTheLogin() {
        var ada = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        for (int i = 0; i < 4; i++) {
            laptop.on(VerifyTotpPage::new).submit(phone.wrongCode(), phone.code(1));
        }

        laptop.on(VerifyTotpPage::new).submit(phone.wrongCode(), phone.code(1));

        laptop.on(LockedPage::new);
        nothingIsOn(ada);
    }

    @Test
    void R15_theCodesOfAnotherUsersSetUpAreRefused() {
        var ada = TENANT.user();
        var mallory = TENANT.user();
        Device laptop = devices.open();
        Phone phone = toVerify(laptop, ada);
        Device other = devices.open();
        toVerify(other, mallory);

        other.on(VerifyTotpPage::new).submit(phone.pair());

        other.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries");
        nothingIsOn(mallory);
    }

    private static Phone toVerify(Device device, User user) {
        TotpPage scan = device.login(user).on(TotpPage::new);
        Phone phone = scan.scan();
        scan.next();
        device.on(BackupCodesPage::new).save();
        device.on(VerifyTotpPage::new);
        return phone;
    }

    private static void nothingIsOn(User user) {
        assertThat(TENANT.probe().storedCredentials(user.username()).findValuesAsText("type"))
                .containsExactly("password");
    }
}
