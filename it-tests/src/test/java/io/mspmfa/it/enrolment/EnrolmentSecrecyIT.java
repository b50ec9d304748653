// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Secrets are shown only where they belong, and nothing takes effect before the end (L9, A40, K9, F6). */
class EnrolmentSecrecyIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void L9_A40_reloadingShowsNoCodesAndTheCodesShownBeforeStillWork() {
        Device laptop = toCodes(TENANT.user());
        List<String> codes = laptop.on(BackupCodesPage::new).codes();

        BackupCodesPage reloaded = laptop.reload().on(BackupCodesPage::new);

        assertThat(reloaded.codes()).isEmpty();
        assertThat(reloaded.html()).doesNotContain(codes);
        reloaded.tickSaved();
        reloaded.next();
        laptop.on(VerifyTotpPage::new);
    }

    @Test
    void L9_aSecondTabShowsNoCodes() {
        Device laptop = toCodes(TENANT.user());
        List<String> codes = laptop.on(BackupCodesPage::new).codes();
        String address = laptop.page().url();

        laptop.newTab().open(URI.create(address));

        assertThat(laptop.html()).doesNotContain(codes);
    }

    @Test
    void L9_goingBackFromTheNextPageShowsNoCodes() {
        Device laptop = toCodes(TENANT.user());
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        laptop.on(VerifyTotpPage::new);

        laptop.back();

        assertThat(laptop.html()).doesNotContain(codes);
    }

    @Test
    void L9_A40_aNewSetReplacesOneThatWasNotSaved() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        Phone phone = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next();
        List<String> lost = laptop.on(BackupCodesPage::new).codes();

        laptop.reload().on(BackupCodesPage::new).renew();

        List<String> kept = laptop.on(BackupCodesPage::new).save();
        assertThat(kept).hasSameSizeAs(lost).doesNotContainAnyElementsOf(lost);
        laptop.on(VerifyTotpPage::new).submit(phone.pair()).on(DonePage::new).finish();
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, lost.get(0)).expect(BackupCodePage.ID);
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, kept.get(0)).expect(DonePage.ID);
    }

    @Test
    void A17_V12_continuingWithoutSavingIsRefusedByTheServer() {
        Device laptop = toCodes(TENANT.user());
        List<String> codes = laptop.on(BackupCodesPage::new).codes();

        laptop.on(BackupCodesPage::new).nextUnchecked();

        laptop.on(BackupCodesPage::new).expectErrorAt("saved", "mspMfaSavedMissing");
        assertThat(laptop.html()).doesNotContain(codes);
    }

    @Test
    void F6_R7_theSecretIsInNoFieldAndAForgedOneIsIgnored() {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        RawPage scan = attacker.login(ada).expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        assertThat(scan.fields()).doesNotContainValue(scan.key()).doesNotContainKey("totpSecret");

        RawPage shown = attacker.post(scan, "next", "true", "totpSecret", "JBSWY3DPEHPK3PXP", "secret", "A");
        RawPage verify = attacker.post(shown.expect(BackupCodesPage.ID), "saved", "true", "next", "true");
        assertThat(verify.expect(VerifyTotpPage.ID).fields().values()).doesNotContain(scan.key());
        List<String> pair = phone.pair();
        attacker.post(
                        verify,
                        "otp1",
                        pair.get(0),
                        "otp2",
                        pair.get(1),
                        "verify",
                        "true",
                        "totpSecret",
                        "JBSWY3DPEHPK3PXP")
                .expect(DonePage.ID);

        assertThat(TENANT.probe().storedCredentials(ada.username()).toString()).doesNotContain("JBSWY3DPEHPK3PXP");
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", phone.freshCode()).signedIn())
                .isTrue();
    }

    @Test
    void K9_aSetUpAbandonedOnAnyPageStoresNothing() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        nothingIsStored(ada);
        laptop.on(TotpPage::new).next();
        nothingIsStored(ada);
        laptop.on(BackupCodesPage::new).save();
        nothingIsStored(ada);
        laptop.on(VerifyTotpPage::new);

        devices.open().login(ada).on(TotpPage::new);
    }

    @Test
    void L9_A40_neitherAccountNorAdminApiRevealsASecret() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        String token = TestApp.passwordGrant(
                        TENANT, ada, "totp", enrolled.phone().freshCode())
                .require("access_token");

        String account = Http.to(TENANT.uri("/account/credentials"))
                .bearer(token)
                .header("Accept", "application/json")
                .get()
                .ok()
                .body();
        String admin = TENANT.credentials(ada).toString();

        assertThat(account).contains("msp-backup-codes").doesNotContain(enrolled.codes());
        assertThat(admin).contains("msp-backup-codes").doesNotContain(enrolled.codes());
        assertThat(account).doesNotContain("secretData", "salt");
        assertThat(admin).doesNotContain("secretData", "salt");
    }

    private Device toCodes(User user) {
        Device laptop = devices.open().login(user);
        laptop.on(TotpPage::new).next();
        return laptop;
    }

    private static void nothingIsStored(User user) {
        assertThat(TENANT.probe().storedCredentials(user.username()).findValuesAsText("type"))
                .containsExactly("password");
    }
}
