// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The self-service page and what it leads to. */
class ManageIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void everybodyDecides() {
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void L3_L4_K6_M4_A20_withoutFactorThePageOffersToEnableAndNotToDisable() {
        ManagePage page = manage(devices.open(), TENANT.user());

        assertThat(page.offers("enable")).isTrue();
        assertThat(page.isGreyedOut("enable")).isFalse();
        assertThat(page.offers("disable")).isFalse();
        assertThat(page.text()).contains(Texts.en("mspMfaManageTitle"));
    }

    @Test
    void L3_L12_enablingLeadsThroughTheSetUpAndBackToAPageThatOffersDisable() {
        var ada = TENANT.user();
        Device laptop = devices.open();

        manage(laptop, ada).act("enable");
        Story.setUp(laptop);
        ManagePage page = laptop.on(DonePage::new).finish().on(ManagePage::new);

        page.expectMessage("mspMfaEnabledNow");
        assertThat(page.offers("enable")).isFalse();
        assertThat(page.isGreyedOut("disable")).isFalse();
        assertThat(page.remainingBackupCodes()).isEqualTo(10);
    }

    @Test
    void K2_aTenantsAdministratorHasThePageToo() {
        var ada = TENANT.user();
        makeAdministrator(ada);

        assertThat(manage(devices.open(), ada).offers("enable")).isTrue();
    }

    @Test
    void A49_thePageShowsOnlyTheNumberOfRemainingCodes() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0)).expect(DonePage.ID);

        ManagePage page = manageWithCode(devices.open(), ada, enrolled);

        assertThat(page.remainingBackupCodes()).isEqualTo(9);
        assertThat(page.html()).doesNotContain(enrolled.codes());
    }

    @Test
    void A42_A50_newBackupCodesReplaceTheOld() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open();

        manageWithCode(laptop, ada, enrolled).act("new-backup-codes");
        List<String> renewed = laptop.on(BackupCodesPage::new).save();

        laptop.on(ManagePage::new).expectMessage("mspMfaCodesRenewed");
        use(ada, enrolled.code(0)).expect(BackupCodePage.ID);
        use(ada, renewed.get(0)).expect(DonePage.ID);
    }

    @Test
    void A42_codesThatWereNotConfirmedAsSavedReplaceNothing() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open();
        manageWithCode(laptop, ada, enrolled).act("new-backup-codes");

        List<String> unsaved = laptop.on(BackupCodesPage::new).codes();

        use(ada, unsaved.get(0)).expect(BackupCodePage.ID);
        use(ada, enrolled.code(0)).expect(DonePage.ID);
    }

    @Test
    void A50_R26_aFactorProvedLongAgoIsRequestedAgain() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        manageWithCode(laptop, ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("new-backup-codes");

        assertThat(laptop.on(ChallengePage::new).text()).contains(Texts.en("mspMfaConfirmTitle"));
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(BackupCodesPage::new);
    }

    @Test
    void R26_replacingTheAppInvalidatesTheOldOne() {
        var ada = TENANT.user();
        var old = Story.enrol(TENANT, ada);
        Device laptop = devices.open();

        manageWithCode(laptop, ada, old).act("replace");
        var fresh = Story.setUp(laptop);
        laptop.on(DonePage::new).finish().on(ManagePage::new).expectMessage("mspMfaReplacedNow");

        TENANT.clock().forward(Duration.ofMinutes(2));
        devices.open().login(ada).on(ChallengePage::new).submit(old.phone().code(0));
        devices.last().on(ChallengePage::new).submit(fresh.phone().freshCode()).on(AppPage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce("otp");
    }

    @Test
    void L19_afterLosingADeviceABackupCodeLeadsToANewAppAndTheOldOneIsInvalid() {
        var ada = TENANT.user();
        var lost = Story.enrol(TENANT, ada);
        Device laptop = devices.open();
        openManage(laptop, ada);
        laptop.on(ChallengePage::new).useBackupCode();
        laptop.on(BackupCodePage::new).submit(lost.code(0)).on(DonePage::new).finish();

        laptop.on(ManagePage::new).act("disable");
        laptop.on(DisablePage::new).submit(lost.code(1));
        laptop.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        laptop.on(ManagePage::new).act("enable");
        laptop.on(TotpPage::new);
        var found = Story.setUp(laptop);

        laptop.on(DonePage::new).finish();
        TENANT.clock().forward(Duration.ofMinutes(2));
        devices.open().login(ada).on(ChallengePage::new).submit(lost.phone().code(0));
        devices.last().on(ChallengePage::new).submit(found.phone().freshCode()).on(AppPage::new);
        use(ada, lost.code(2)).expect(BackupCodePage.ID);
    }

    @Test
    void A19_inModeOffThePageOffersNothing() {
        TENANT.setPolicy(Policy.off());

        ManagePage page = manage(devices.open(), TENANT.user());

        assertThat(page.isGreyedOut("enable")).isTrue();
        assertThat(page.reason("enable")).isEqualTo(Texts.en("mspMfaSwitchedOff"));
        devices.last().on(ManagePage::new).actAnyway("enable");
        assertThat(devices.last().on(ManagePage::new).id()).isEqualTo(ManagePage.ID);
    }

    static void openManage(Device device, User user) {
        device.open(device.tenant().uri("/msp-mfa/"));
        device.on(LoginPage::new).submit(user.username(), user.password());
    }

    static ManagePage manage(Device device, User user) {
        openManage(device, user);
        return device.on(ManagePage::new);
    }

    static ManagePage manageWithCode(Device device, User user, Enrolled enrolled) {
        openManage(device, user);
        return device.on(ChallengePage::new)
                .submit(enrolled.phone().freshCode())
                .on(ManagePage::new);
    }

    private static RawPage use(User user, String code) {
        return Story.loginByBackupCode(new RawBrowser(TENANT), user, code);
    }

    private static void makeAdministrator(User user) {
        var clients = TENANT.admin().get("/" + TENANT.name() + "/clients?clientId=realm-management");
        String client = clients.get(0).path("id").asText();
        var role = TENANT.admin().get("/" + TENANT.name() + "/clients/" + client + "/roles/realm-admin");
        TENANT.admin().post(TENANT.userPath(user) + "/role-mappings/clients/" + client, "[" + role + "]");
    }
}
