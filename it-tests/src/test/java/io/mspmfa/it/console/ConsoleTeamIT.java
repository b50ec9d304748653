// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.pages.console.Board;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.Dialog;
import io.mspmfa.it.pages.console.PolicyTab;
import io.mspmfa.it.pages.console.UsersTab;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reseller's own staff, who are users of master, in the console. */
class ConsoleTeamIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @AfterEach
    void nothingIsLeftOfThePolicy() {
        STAFF.superAdmin().delete("/master/msp-mfa/policy");
    }

    @Test
    void K3_K11_K12_K18_anOwnerSetsAPolicyAndRequiresAFactorOfAColleague() {
        User colleague = STAFF.reseller(TENANT, "view-mfa").user();
        User other = STAFF.ofMaster().user();
        UsersTab team = team(owner());
        assertThat(team.heading()).contains("My team", "Not managed");
        assertThat(team.search(colleague).details(colleague).offersLink()).isFalse();

        team.press("Set a policy", PolicyTab::new)
                .chooseMode("optional")
                .finish()
                .saved()
                .follow("Users");
        team = team.device().on(UsersTab::new);
        team.search(colleague);
        assertThat(team.rows()).noneMatch(row -> row.contains(other.username()));
        team.details(colleague).require(true).awaitDetail("Must enrol");
        assertThat(team.details()).contains("Required by your team");

        signIn(colleague).on(TotpPage::new);
        new ConsolePage(signIn(other));
        team.require(false);
        signIn(colleague).on(Board::new);
        STAFF.superAdmin().put("/master/msp-mfa/users/" + colleague.id() + "/required", Json.of("{'required': true}"));
        team.device().reload();
        assertThat(team.device().on(UsersTab::new).awaitDetail("Must enrol").isRequired())
                .isTrue();
        team.require(false).awaitDetail("No second factor");
    }

    @Test
    void K13_K14_K15_K16_K17_aLinkSetsUpAColleaguesPhone() {
        STAFF.superAdmin().put("/master/msp-mfa/policy", Json.of("{'mode': 'optional'}"));
        User colleague = STAFF.reseller(TENANT, "view-mfa").user();
        UsersTab team = team(owner()).search(colleague).details(colleague);
        Dialog dialog = team.press("Enrolment link").press("Make a link").awaitText("Works once");
        URI link = dialog.link();
        assertThat(dialog.text()).contains(colleague.email());
        dialog.close("Done");

        Device phone = devices.open().open(link);
        TotpPage start = phone.on(TotpPage::new);
        assertThat(start.text()).contains(colleague.email());
        TotpPage shown = start.generate().on(TotpPage::new);
        shown.clickQr();
        Phone typed = Phone.typeIn(shown.key(), TENANT.clock());
        assertThat(typed.code(0)).isEqualTo(shown.scan().code(0));
        shown.next().on(BackupCodesPage::new).save();
        phone.on(VerifyTotpPage::new).submit(typed.pair());
        phone.on(InfoPage::new);

        devices.open().open(link).on(KeycloakErrorPage::new);
        Device office = signIn(colleague);
        office.on(ChallengePage::new).submit(typed.freshCode());
        assertThat(office.on(Board::new).places()).doesNotContain("My team");
    }

    @Test
    void K18_whoMayNotSetThePolicyIsNotSentThere() {
        UsersTab team = team(manager());

        assertThat(team.text()).contains("not managed yet").doesNotContain("Set a policy");
    }

    @Test
    void K11_whoMayOnlyViewSeesTheTeamAndIsOfferedNoChange() {
        Person viewer = STAFF.ofMaster();
        STAFF.grantOnMaster(viewer, "view-users");

        UsersTab team = team(viewer).search(viewer.user()).details(viewer.user());

        assertThat(team.offersHelp()).isFalse();
        assertThat(team.details()).contains(viewer.user().email());
    }

    private static Person owner() {
        Person owner = manager();
        STAFF.grantOnMaster(owner, "manage-realm");
        return owner;
    }

    private static Person manager() {
        Person manager = STAFF.reseller(TENANT, "manage-mfa");
        STAFF.grantOnMaster(manager, "manage-users");
        return manager;
    }

    private UsersTab team(Person person) {
        return new ConsolePage(signIn(person.user())).goTo("My team").device().on(UsersTab::new);
    }

    /** Signs in to the resellers' console in a browser of their own, to whatever comes after the password. */
    private Device signIn(User user) {
        Device device = devices.open().open(ConsoleLogin.inMaster(TENANT).page());
        device.onceLoaded(LoginPage::new).submit(user.username(), user.password());
        return device;
    }
}
