// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some languages need twice as much room as English, on a phone 320 pixels wide. */
class NarrowLanguagesIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().rememberDevice(30));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void languages() {
        TENANT.change(realm -> {
            var languages = realm.putArray("supportedLocales");
            Stream.of("en", "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR")
                    .forEach(languages::add);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR"})
    void X16_everyPageFitsANarrowPhone(String language) {
        User ada = TENANT.user();
        Look narrow = Look.DESKTOP.wide(320);
        Device device = devices.open(narrow).login(ada, "ui_locales", language, "kc_action", "msp-mfa-setup:totp");
        Phone phone = fits(device).on(TotpPage::new).scan();
        device.on(TotpPage::new).next();
        fits(device).on(BackupCodesPage::new).save();
        fits(device).on(VerifyTotpPage::new).submit(phone.pair());
        fits(device).on(DonePage::new).finish().on(AppPage::new);
        device.openApp("kc_action", "msp-mfa-manage", "ui_locales", language);
        fits(device).on(ManagePage::new).act("disable");
        fits(device).on(DisablePage::new);

        Device other = devices.open(narrow).login(ada, "ui_locales", language);
        fits(other).on(ChallengePage::new).submit(phone.wrongCode());
        fits(other).on(ChallengePage::new).useBackupCode();
        fits(other).on(BackupCodePage::new);
    }

    private static Device fits(Device device) {
        Inspection page = new Inspection(device);
        assertThat(page.overflow())
                .as("pixels that have to be scrolled to the side")
                .isZero();
        assertThat(page.clippedButtons())
                .as("buttons that don't show all of their text")
                .isEmpty();
        return device;
    }
}
