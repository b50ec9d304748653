// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ExpiredPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several apps overwrite an entry of the same issuer and account. While a user replaces an app, the entry that still
 * works must therefore neither be overwritten nor be taken for the one to delete.
 */
class ReplaceIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void A29_theFirstEntryIsNamedAfterTheAccount() {
        var ada = TENANT.user();

        TotpPage scan = devices.open().login(ada).on(TotpPage::new);

        assertThat(scan.qr().label()).isEqualTo("Acme Ltd:" + ada.email());
        assertThat(scan.text()).doesNotContain(Texts.en("mspMfaTotpReplaceTitle"));
    }

    @Test
    void A29_anotherEntryHasANameOfItsOwnAndTheOldOneWorksUntilTheEnd() {
        var ada = TENANT.user();
        Enrolled old = Story.enrol(TENANT, ada);

        Device laptop = replacing(ada, old.phone());
        TotpPage scan = laptop.on(TotpPage::new);
        String entry = entry(scan, ada);
        assertThat(scan.text()).contains(Texts.en("mspMfaTotpReplaceTitle"), Texts.en("mspMfaTotpReplace", entry));
        Phone next = scan.scan();
        scan.next();
        laptop.on(BackupCodesPage::new).save();
        assertThat(laptop.on(VerifyTotpPage::new).text()).contains(Texts.en("mspMfaVerifyTwo", entry));

        devices.open()
                .login(ada)
                .on(ChallengePage::new)
                .submit(old.phone().freshCode())
                .on(AppPage::new);
        TENANT.clock().toFreshStep();
        laptop.on(VerifyTotpPage::new).submit(next.pair());
        laptop.on(DonePage::new);
    }

    @Test
    void M10_theExpiredPageNamesTheEntryToDelete() {
        var ada = TENANT.user();
        Enrolled old = Story.enrol(TENANT, ada);
        Device laptop = replacing(ada, old.phone());
        String entry = entry(laptop.on(TotpPage::new), ada);

        TENANT.clock().forward(Duration.ofMinutes(4));
        ExpiredPage expired = laptop.reload().on(ExpiredPage::new);

        assertThat(expired.text())
                .contains(Texts.en("mspMfaExpiredReplace"), Texts.en("mspMfaExpiredReplaceHelp", entry));
        assertThat(entry(expired.again().on(TotpPage::new), ada)).isNotEqualTo(entry);
    }

    private Device replacing(User user, Phone phone) {
        Device device = devices.open().login(user, "kc_action", "msp-mfa-setup");
        device.on(ChallengePage::new).submit(phone.freshCode());
        return device;
    }

    /** The name of an entry that is not the user's first. */
    private static String entry(TotpPage scan, User user) {
        String issuer = "Acme Ltd:";
        String label = scan.qr().label();
        assertThat(label).startsWith(issuer + user.email() + " (").isNotEqualTo(issuer + user.email());
        return label.substring(issuer.length());
    }
}
