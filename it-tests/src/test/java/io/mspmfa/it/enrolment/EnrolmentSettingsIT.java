// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings for behaviour on which the systems that we follow contradict each other. */
class EnrolmentSettingsIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void A30_V11_oneCodeIsEnoughIfThePolicySaysSo() {
        TENANT.setPolicy(Policy.required().otpsRequired(1));
        Device laptop = devices.open().login(TENANT.user());
        Phone phone = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next();
        laptop.on(BackupCodesPage::new).save();
        VerifyTotpPage verify = laptop.on(VerifyTotpPage::new);
        assertThat(verify.asksForTwo()).isFalse();

        verify.submit(phone.wrongCode());
        laptop.on(VerifyTotpPage::new).expectError("mspMfaOtpWrongTries");
        laptop.on(VerifyTotpPage::new).submit(phone.freshCode());

        laptop.on(DonePage::new);
    }

    @Test
    void V11_A17_V12_ifBackupCodesComeLastOnePageAsksForTheCodesAndNothingIsEnabledBeforeTheyAreSaved() {
        TENANT.setPolicy(Policy.required().backupCodesAfter());
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        TotpPage page = laptop.on(TotpPage::new);
        Phone phone = page.scan();
        assertThat(page.asksForCodes()).isTrue();
        page.verify(List.of(phone.wrongCode(), phone.code(0)));
        laptop.on(TotpPage::new).expectErrorAt("otp1", "mspMfaOtpWrongTries");

        laptop.on(TotpPage::new).verify(phone.pair());

        BackupCodesPage shown = laptop.on(BackupCodesPage::new);
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        shown.nextUnchecked();
        laptop.on(BackupCodesPage::new).expectErrorAt("saved", "mspMfaSavedMissing");
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        laptop.on(BackupCodesPage::new).tickSaved();
        laptop.on(BackupCodesPage::new).next();
        assertThat(laptop.on(DonePage::new).finish().on(AppPage::new).result().signedIn())
                .isTrue();
        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isTrue();
    }

    @Test
    void V11_V10_onRequestThePageAsksForNoCodesBeforeTheQrIsShown() {
        TENANT.setPolicy(Policy.required().backupCodesAfter().qrOnRequest());
        Device laptop = devices.open().login(TENANT.user());
        assertThat(laptop.on(TotpPage::new).asksForCodes()).isFalse();

        laptop.on(TotpPage::new).generate();
        Phone phone = laptop.on(TotpPage::new).scan();

        laptop.on(TotpPage::new).verify(phone.pair()).on(BackupCodesPage::new);
    }

    @Test
    void V9_V10_thePageContainsNoSecretBeforeTheQrIsRequested() {
        TENANT.setPolicy(Policy.required().qrOnRequest());
        Device laptop = devices.open().login(TENANT.user());
        TotpPage empty = laptop.on(TotpPage::new);
        assertThat(empty.hasQr()).isFalse();
        assertThat(empty.html()).doesNotContain("msp-mfa-key", "data:image");

        empty.generate();

        assertThat(laptop.on(TotpPage::new).qr().secret()).isNotEmpty();
    }

    @Test
    void K8_theKeyIsVisibleAtOnceIfThePolicySaysSo() {
        TENANT.setPolicy(Policy.required().keyAlwaysVisible());

        TotpPage scan = devices.open().login(TENANT.user()).on(TotpPage::new);

        assertThat(scan.keyIsVisible()).isTrue();
        assertThat(scan.key().replace(" ", "")).isEqualTo(scan.qr().secret());
    }

    @Test
    void A39_theNumberOfBackupCodesIsASetting() {
        TENANT.setPolicy(Policy.required().backupCodes(5));
        Device laptop = devices.open().login(TENANT.user());

        laptop.on(TotpPage::new).next();

        assertThat(laptop.on(BackupCodesPage::new).codes()).hasSize(5);
    }
}
