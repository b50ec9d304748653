// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Branded pages, Keycloak's and ours, in every language and without a fault that axe finds (X16). */
class BrandLanguagesIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    static List<String> languages() {
        return List.of("en", "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR");
    }

    @BeforeAll
    static void brand() {
        TENANT.change(realm -> {
            realm.put("loginTheme", "msp").put("registrationAllowed", true).put("resetPasswordAllowed", true);
            var supported = realm.putArray("supportedLocales");
            languages().forEach(supported::add);
        });
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/branding", Contoso.brand());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void X16_keycloaksPagesHaveNoFault(String language) {
        Device desk = devices.open();
        inspected(desk.openApp("ui_locales", language));
        assertThat(desk.page().getAttribute("html", "dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        desk.page().locator("a[href*='reset-credentials']").click();
        inspected(desk);
        desk.openApp("ui_locales", language)
                .page()
                .locator("a[href*='registration']")
                .click();
        inspected(desk.turnTo(Look.DESKTOP.inDark()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void X16_ourPagesHaveNoFault(String language) {
        User ada = TENANT.user();
        Device desk = devices.open().login(ada, "ui_locales", language, "kc_action", "msp-mfa-setup:totp");
        Phone phone = inspected(desk).on(TotpPage::new).scan();
        desk.on(TotpPage::new).next();
        inspected(desk).on(BackupCodesPage::new).save();
        inspected(desk).on(VerifyTotpPage::new).submit(phone.pair());
        inspected(desk).on(DonePage::new).finish().on(AppPage::new);

        Device other = devices.open(Look.DESKTOP.inDark()).login(ada, "ui_locales", language);
        inspected(other).on(ChallengePage::new).useBackupCode();
        inspected(other).on(BackupCodePage::new);
    }

    private static Device inspected(Device device) {
        Inspection page = new Inspection(device);
        assertThat(page.accessibilityProblems()).as(device.pageId()).isEmpty();
        assertThat(page.overflow()).as(device.pageId()).isZero();
        assertThat(device.html()).contains("/msp-mfa/brand/");
        return device;
    }
}
