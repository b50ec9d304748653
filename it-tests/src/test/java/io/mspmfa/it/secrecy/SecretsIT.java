// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole life of a factor with all logs enabled; afterwards, secrets are found only on the two pages that show them
 * (R5).
 */
class SecretsIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final List<String> secrets = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    @BeforeEach
    void logEverything() {
        TENANT.probe().setLogLevel("org.keycloak", "FINE");
    }

    @AfterEach
    void logAsUsual() {
        TENANT.probe().setLogLevel("org.keycloak", "INFO");
    }

    @Test
    void R5_R12_noSecretInLogsEventsAddressesAndLaterPages() {
        var ada = TENANT.user();
        int logStart = TENANT.server().log().length();
        Device laptop = devices.open();

        Enrolled enrolled = setUp(laptop, ada);
        loginByBackupCode(ada, enrolled);
        manageAndDisable(ada, enrolled);

        String log = TENANT.server().log().substring(logStart);
        assertThat(log).as("the log is detailed").contains(" DEBUG [org.keycloak");
        assertThat(secrets).hasSizeGreaterThan(40);
        assertNoSecretIn("server log", log);
        assertNoSecretIn("events", TENANT.events().all().toString());
        assertNoSecretIn("admin events", TENANT.events().admin().toString());
        assertNoSecretIn("addresses", devices.addresses().toString());
        assertNoSecretIn("pages", pages.toString());
        assertNoSecretIn("account", TENANT.credentials(ada).toString());
    }

    private Enrolled setUp(Device laptop, User user) {
        laptop.login(user, "kc_action", "msp-mfa-setup");
        TotpPage scan = laptop.on(TotpPage::new);
        Phone phone = scan.scan();
        secret(scan.qr().secret());
        scan.next();
        BackupCodesPage shown = laptop.on(BackupCodesPage::new);
        assertThat(shown.html()).doesNotContain(secrets);
        shown.codes().forEach(this::secret);
        List<String> codes = shown.save();
        keep(laptop);
        laptop.on(VerifyTotpPage::new).submit(phone.wrongCode(), phone.code(1));
        keep(laptop);
        laptop.on(VerifyTotpPage::new).submit(phone.pair());
        keep(laptop);
        laptop.on(DonePage::new).finish().on(AppPage::new);
        return new Enrolled(phone, codes);
    }

    private void loginByBackupCode(User user, Enrolled enrolled) {
        Device tablet = devices.open().login(user);
        keep(tablet);
        tablet.on(ChallengePage::new).useBackupCode();
        tablet.on(BackupCodePage::new).submit(enrolled.code(0).replace('0', '1') + "x");
        keep(tablet);
        tablet.on(BackupCodePage::new).submit(enrolled.code(0));
        keep(tablet);
        tablet.on(DonePage::new).finish().on(AppPage::new);
        TestApp.passwordGrant(TENANT, user, "totp", enrolled.phone().freshCode(), "backup_code", enrolled.code(1));
    }

    private void manageAndDisable(User user, Enrolled enrolled) {
        Device laptop = devices.open().open(TENANT.uri("/msp-mfa/"));
        laptop.on(LoginPage::new).submit(user.username(), user.password());
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        keep(laptop);
        laptop.on(ManagePage::new).act("new-backup-codes");
        laptop.on(BackupCodesPage::new).codes().forEach(this::secret);
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        keep(laptop);
        laptop.on(ManagePage::new).act("disable");
        laptop.on(DisablePage::new).submit(codes.get(1));
        keep(laptop);
    }

    private void secret(String text) {
        secrets.add(text);
        secrets.add(text.replace("-", ""));
        secrets.add(text.replace("-", "").toLowerCase(Locale.ROOT));
    }

    private void keep(Device device) {
        pages.add(device.html());
    }

    private void assertNoSecretIn(String where, String text) {
        assertThat(secrets).as("secrets in the " + where).noneMatch(text::contains);
    }
}
