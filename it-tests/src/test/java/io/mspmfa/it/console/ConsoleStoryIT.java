// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.pages.console.Board;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.Dialog;
import io.mspmfa.it.pages.console.UsersTab;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Crowd;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reseller with three tenants and five hundred users does in the console what a day brings (L21, L22). */
class ConsoleStoryIT {
    @RegisterExtension
    static final Tenant ACME = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant GLOBEX = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant INITECH = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(ACME);

    private static User reseller;
    private static User viewer;
    private static User ada;

    @BeforeAll
    static void fiveHundredUsers() {
        Crowd.into(ACME, 299);
        Crowd.into(GLOBEX, 150);
        Crowd.into(INITECH, 50);
        ada = ACME.user();
        var first = STAFF.reseller(ACME, "manage-mfa");
        STAFF.grantOn(GLOBEX, first, "manage-mfa");
        STAFF.grantOn(INITECH, first, "manage-mfa");
        reseller = first.user();
        var second = STAFF.reseller(ACME, "view-mfa");
        STAFF.grantOn(GLOBEX, second, "view-mfa");
        viewer = second.user();
    }

    @Test
    void L22_K12_K15_V18_enforcedAskedResetEnrolledByLinkAndCounted() {
        Device office = devices.open();
        Board board = signIn(office, reseller);
        assertThat(board.figure()).contains("0 of 500 users", "in 3 tenants");
        enforce(board);
        assertThat(board.row(ACME)).contains("Required");
        assertThat(board.row(GLOBEX)).contains("Required");

        Device home = devices.open().login(ada);
        Enrolled lost = Story.setUp(home);
        home.on(DonePage::new).finish().on(AppPage::new);

        UsersTab users = open(office, ACME).search(ada).details(ada);
        assertThat(users.details()).contains("Authenticator app", "Protected");
        reset(users);

        URI link = enrolmentLink(users);
        Device phone = devices.open().open(link);
        phone.on(TotpPage::new).generate();
        Phone found = phone.on(TotpPage::new).scan();
        phone.on(TotpPage::new).next().on(BackupCodesPage::new).save();
        phone.on(VerifyTotpPage::new).submit(found.pair());
        phone.on(InfoPage::new);

        Device tomorrow = devices.open().login(ada);
        tomorrow.on(ChallengePage::new).submit(lost.phone().freshCode()).on(ChallengePage::new);
        tomorrow.on(ChallengePage::new).submit(found.freshCode()).on(AppPage::new);
        ACME.clock().forward(Duration.ofSeconds(61));
        office.open(consoleOf("#/tenants"));
        office.reload();
        assertThat(office.on(Board::new).figure()).contains("1 of 500 users");
        ConsolePage activity = office.open(consoleOf("#/activity")).on(ConsolePage::new);
        activity.awaitText("Phone lost, called back");
        assertThat(activity.text()).contains("Floor changed", reseller.username(), ada.username());
    }

    @Test
    void L22_whoMayOnlyViewIsOfferedNothingThatChanges() {
        Device office = devices.open();
        Board board = signIn(office, viewer);

        assertThat(board.figure()).contains("in 2 tenants");
        assertThat(board.offersChoice()).isFalse();
        assertThat(board.text()).doesNotContain("Enforce MFA", "Add tenant");
        UsersTab users = open(office, ACME).search(ada).details(ada);
        assertThat(users.offersHelp()).isFalse();
        assertThat(users.details()).contains(ada.email());
    }

    private void enforce(Board board) {
        board.choose(ACME).choose(GLOBEX);
        Dialog question = board.press("Enforce MFA (2)");
        question.awaitText("users are asked who were not");
        assertThat(question.text()).contains("450", "must set up a second factor");
        question.pressTwice("Enforce in 2 tenants").awaitText("2 done, 0 failed");
        question.close("Close");
        board.awaitContent();
    }

    private void reset(UsersTab users) {
        Dialog question = users.press("Reset all factors");
        question.press("Reset all factors").awaitText("Enter a reason.");
        question.fill("Reason", "Phone lost, called back").close("Reset all factors");
        users.awaitDetail("was reset").awaitDetail("Must enrol");
    }

    private URI enrolmentLink(UsersTab users) {
        Dialog dialog = users.press("Enrolment link").press("Make a link").awaitText("Works once");
        URI link = dialog.link();
        assertThat(dialog.scanned()).as("the QR code").isEqualTo(link);
        assertThat(dialog.text()).contains(ada.email());
        dialog.close("Done");
        return link;
    }

    private static Board signIn(Device device, User user) {
        ConsolePage.signIn(device, consoleOf(""), user);
        return new Board(device);
    }

    private static UsersTab open(Device device, Tenant tenant) {
        return device.open(consoleOf("#/tenants/" + tenant.name() + "/users")).on(UsersTab::new);
    }

    private static URI consoleOf(String place) {
        return ConsoleLogin.inMaster(ACME).page().resolve(place);
    }
}
