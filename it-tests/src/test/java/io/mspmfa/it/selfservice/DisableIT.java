// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Switching off requires one backup code (L13, L14). */
class DisableIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeEach
    void somebodyEnrolled() {
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
    }

    @Test
    void L13_aBackupCodeSwitchesMfaOffAndThePasswordIsEnoughAgain() {
        Device laptop = toDisable();

        laptop.on(DisablePage::new).submit(enrolled.code(0));

        laptop.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        assertThat(TENANT.probe().storedCredentials(ada.username()).findValuesAsText("type"))
                .containsExactly("password");
        devices.open().login(ada).on(AppPage::new);
    }

    @Test
    void L13_withoutACodeMfaStaysOn() {
        Device laptop = toDisable(Look.DESKTOP.withoutJavaScript());

        laptop.on(DisablePage::new).submit("   ");

        laptop.on(DisablePage::new).expectErrorAt("backupCode", "mspMfaBackupCodeMissing");
        isStillOn();
    }

    @Test
    void L13_aWrongCodeLeavesMfaOn() {
        Device laptop = toDisable();

        laptop.on(DisablePage::new).submit("00000-00000-00000");

        laptop.on(DisablePage::new).expectErrorAt("backupCode", "mspMfaBackupCodeWrongTries");
        isStillOn();
    }

    @Test
    void L13_aCodeFromTheAppLeavesMfaOn() {
        Device laptop = toDisable();

        laptop.on(DisablePage::new).submit(enrolled.phone().freshCode());

        laptop.on(DisablePage::new).expectErrorAt("backupCode", "mspMfaBackupCodeWrongTries");
        isStillOn();
    }

    @Test
    void L17_aUsedBackupCodeLeavesMfaOn() {
        Device laptop = toDisable();
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0));

        laptop.on(DisablePage::new).submit(enrolled.code(0));

        laptop.on(DisablePage::new).expectErrorAt("backupCode", "mspMfaBackupCodeUsed");
        isStillOn();
    }

    @Test
    void L14_theCodeIsUsedUpAndNoCodeOfTheSetWorksAfterANewSetUp() {
        Device laptop = toDisable();
        laptop.on(DisablePage::new).submit(enrolled.code(0)).on(ManagePage::new);

        Story.enrol(TENANT, ada);

        for (int i = 0; i < 2; i++) {
            var refused = Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(i));
            refused.expect(BackupCodePage.ID);
        }
    }

    @Test
    void R23_wrongCodesOnThisPageCountTowardsTheLock() {
        Device laptop = toDisable();
        for (int i = 0; i < 5; i++) {
            laptop.on(DisablePage::new).submit("00000-00000-00000");
        }

        laptop.on(LockedPage::new);
        isStillOn();
        assertThat(devices.open().login(ada).on(ChallengePage::new).saysToWait())
                .isTrue();
    }

    @Test
    void L13_usersCanChangeTheirMind() {
        Device laptop = toDisable();

        laptop.on(DisablePage::new).back();

        assertThat(laptop.on(ManagePage::new).offers("disable")).isTrue();
        isStillOn();
    }

    @Test
    void L13_anAppCanRequestItAndLearnsThatItSucceeded() {
        Device laptop = devices.open().login(ada, "kc_action", "msp-mfa-disable");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());

        var result = laptop.on(DisablePage::new)
                .submit(enrolled.code(0))
                .on(AppPage::new)
                .result();

        assertThat(result.actionStatus()).isEqualTo("success");
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
    }

    private Device toDisable() {
        return toDisable(Look.DESKTOP);
    }

    private Device toDisable(Look look) {
        Device laptop = devices.open(look);
        ManageIT.manageWithCode(laptop, ada, enrolled).act("disable");
        laptop.on(DisablePage::new);
        return laptop;
    }

    private void isStillOn() {
        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isTrue();
    }
}
