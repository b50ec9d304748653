// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.SigningInPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak's own account console shows the factors. */
class AccountConsoleIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void A49_theSigningInPageShowsOnlyTheNumberOfBackupCodes() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open().open(TENANT.uri("/account/account-security/signing-in"));
        laptop.onceLoaded(LoginPage::new).submit(ada.username(), ada.password());
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());

        SigningInPage page = laptop.on(SigningInPage::new);
        laptop.screenshot("account-console");

        assertThat(page.text()).contains(Texts.raw("msp-backup-codes-display-name"));
        assertThat(page.text()).contains("10 of 10").doesNotContain(enrolled.codes());
        assertThat(page.text()).doesNotContain("mspMfa", "msp-backup-codes");
    }
}
