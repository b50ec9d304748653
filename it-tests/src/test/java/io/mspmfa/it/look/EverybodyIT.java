// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.Keyboard;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The complete scenario for people without JavaScript, without a mouse, in German, and with other themes. */
class EverybodyIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void usualRealm() {
        TENANT.setPolicy(Policy.required());
        TENANT.change(realm -> realm.remove("loginTheme"));
    }

    @Test
    void withoutJavaScript() {
        wholeStory(Look.DESKTOP.withoutJavaScript());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void underTheTheme(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));

        wholeStory(Look.DESKTOP);
    }

    @Test
    void M5_M12_withTheKeyboardOnly() {
        var ada = TENANT.user();
        Device laptop = devices.open().openApp();
        Keyboard keyboard = new Keyboard(laptop);
        keyboard.type("username", ada.username());
        keyboard.typeAndEnter("password", ada.password());

        keyboard.open("#msp-mfa-reveal");
        Phone phone = Phone.typeIn(laptop.on(TotpPage::new).key(), TENANT.clock());
        keyboard.press("next");
        laptop.on(BackupCodesPage::new);
        keyboard.tick("saved");
        keyboard.press("next");
        laptop.on(VerifyTotpPage::new);
        List<String> pair = phone.pair();
        keyboard.type("otp1", pair.get(0));
        keyboard.typeAndEnter("otp2", pair.get(1));
        laptop.on(DonePage::new);
        keyboard.press("finish");

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void inGerman() {
        var ada = TENANT.user();
        Device laptop = devices.open(Look.DESKTOP.speaking("de-DE")).open(TestApp.loginUri(TENANT, "ui_locales", "de"));
        laptop.on(LoginPage::new).submit(ada.username(), ada.password());

        assertThat(laptop.on(TotpPage::new).text()).contains(Texts.de("mspMfaTotpTitle"), Texts.de("mspMfaTotpNext"));
        Phone phone = laptop.on(TotpPage::new).scan();
        laptop.screenshot("totp-german");
        laptop.on(TotpPage::new).next();
        assertThat(laptop.on(BackupCodesPage::new).text()).contains(Texts.de("mspMfaBackupCodesOnce"));
        laptop.on(BackupCodesPage::new).save();
        laptop.on(VerifyTotpPage::new).submit(phone.code(0), phone.code(0));
        assertThat(laptop.on(VerifyTotpPage::new).text()).contains(Texts.de("mspMfaOtpSame"));
        laptop.on(VerifyTotpPage::new).submit(phone.pair());
        assertThat(laptop.on(DonePage::new).text()).contains(Texts.de("mspMfaDoneTitle"));
    }

    private void wholeStory(Look look) {
        var ada = TENANT.user();
        Device laptop = devices.open(look).login(ada);
        Enrolled enrolled = Story.setUp(laptop);
        laptop.on(DonePage::new).finish().on(AppPage::new);

        Device tablet = devices.open(look).login(ada);
        tablet.on(ChallengePage::new).submit(enrolled.phone().wrongCode());
        tablet.on(ChallengePage::new).expectErrorAt("code", "mspMfaOtpWrongTries");
        tablet.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(AppPage::new);

        Device other = devices.open(look).login(ada);
        other.on(ChallengePage::new).useBackupCode();
        other.on(BackupCodePage::new).submit(enrolled.code(0)).on(DonePage::new).finish();
        other.on(AppPage::new);
        other.open(TENANT.uri("/msp-mfa/"));
        assertThat(other.on(ManagePage::new).remainingBackupCodes()).isEqualTo(9);
        assertThat(other.on(ManagePage::new).isGreyedOut("disable")).isTrue();
    }
}
