// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.console.Board;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.PolicyTab;
import io.mspmfa.it.pages.console.UsersTab;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What others do while a page of the console is open, and names that are no help (V7, L22). */
class ConsoleTroublesIT {
    private static final String MARKUP = "<img src=x onerror=alert(1)>\"'&amp;";
    private static final String HEBREW = "\u05e2\u05d3\u05d4 \u202e\u05dc\u05d0\u05d5\u05d5\u05dc\u05d9\u05d9\u05e1";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private Person reseller;

    @BeforeEach
    void person() {
        TENANT.setPolicy(Policy.optional());
        STAFF.superAdmin().tryDelete("/" + TENANT.name() + "/msp-mfa/floor");
        reseller = STAFF.reseller(TENANT, "manage-mfa");
    }

    @Test
    void V7_whoSavesSecondIsAskedWhichVersionHoldsAndKeepsOnesOwn() {
        Device laptop = devices.open();
        PolicyTab second = editedInTwoTabs(laptop);

        second.finish().question().awaitText("Someone else was quicker").close("Keep mine and save over it");

        second.saved();
        assertThat(effective("graceDays")).isEqualTo("9");
        assertThat(second.number("graceDays")).isEqualTo("9");
    }

    @Test
    void V7_whoSavesSecondCanTakeTheOtherVersion() {
        Device laptop = devices.open();
        PolicyTab second = editedInTwoTabs(laptop);

        second.finish().question().close("Load theirs, drop my changes");

        second.awaitContent();
        assertThat(second.number("graceDays")).isEqualTo("4");
        assertThat(effective("graceDays")).isEqualTo("4");
    }

    @Test
    void L22_aSessionThatIsOverLeadsToTheLoginAndBackWithTheFormKept() {
        Device laptop = devices.open();
        PolicyTab form = policy(signIn(laptop));
        STAFF.superAdmin()
                .tryPost("/master/users/" + reseller.user().id() + "/logout", "")
                .ok();

        form.type("graceDays", "11"); // the page asks at once what that would change
        laptop.onceLoaded(LoginPage::new)
                .submit(reseller.user().username(), reseller.user().password());

        PolicyTab back = laptop.on(PolicyTab::new);
        assertThat(laptop.page().url()).endsWith("#/tenants/" + TENANT.name() + "/policy");
        assertThat(back.number("graceDays")).isEqualTo("11");
        back.finish().saved();
        assertThat(effective("graceDays")).isEqualTo("11");
    }

    @Test
    void L22_whoIsDisabledMeanwhileIsSentToTheLogin() {
        Device laptop = devices.open();
        PolicyTab form = policy(signIn(laptop));
        STAFF.superAdmin().put("/master/users/" + reseller.user().id(), Json.of("{'enabled': false}"));

        form.type("graceDays", "13");

        laptop.onceLoaded(LoginPage::new);
    }

    @Test
    void L22_aRealmThatIsRenamedOrDeletedWhileItsPageIsOpenIsSaidToBeGone() {
        Tenant brief = Tenant.managed(Policy.optional()).create();
        STAFF.grantOn(brief, reseller, "manage-mfa");
        Device laptop = devices.open();
        signIn(laptop);
        ConsolePage page =
                laptop.open(at("#/tenants/" + brief.name() + "/users")).on(ConsolePage::new);
        page.awaitText("This realm has no users yet");
        String before = brief.name();
        String after = before + "-renamed";
        brief.change(realm -> realm.put("realm", after));
        brief.isNowNamed(after);

        page.follow("Activity");
        assertThat(page.awaitText("This can't be shown right now").text()).contains("doesn't exist any more");
        page.open(at("#/tenants"));
        laptop.reload();
        laptop.on(Board::new).awaitText(after);

        STAFF.superAdmin().delete("/" + after);
        page.open(at("#/tenants/" + after + "/users")).awaitText("doesn't exist any more");
        laptop.reload();
        laptop.on(ConsolePage::new).awaitText("doesn't exist any more");
        page.open(at("#/tenants"));
        assertThat(laptop.on(Board::new).awaitText(TENANT.name()).text()).doesNotContain(after);
    }

    @Test
    void L22_namesOfAnyKindAreTextAndHaveRoom() {
        User markup = named(MARKUP, "x".repeat(200));
        User hebrew = named(HEBREW, "O'Brien");
        TENANT.change(realm -> realm.put("displayName", MARKUP + " " + "y".repeat(200)));
        Device laptop = devices.open();
        ConsolePage board = signIn(laptop);

        assertThat(board.text()).contains(MARKUP);
        looksRight(laptop);
        UsersTab users =
                laptop.open(place("/users")).on(UsersTab::new).search(markup).details(markup);
        assertThat(users.details()).contains(MARKUP);
        looksRight(laptop);
        users.search(hebrew).details(hebrew);
        assertThat(users.details()).contains(HEBREW);
        looksRight(laptop);
        users.press("Reset all factors").fill("Reason", MARKUP).close("Reset all factors");
        laptop.open(place("/activity"));
        laptop.on(ConsolePage::new).awaitText(MARKUP);
        looksRight(laptop);
        TENANT.change(realm -> realm.put("displayName", "Acme Ltd"));
    }

    /** Keycloak's own profile refuses such names; directories and older databases have them. */
    private static User named(String first, String last) {
        User user = TENANT.user();
        String values = "FIRST_NAME = '%s', LAST_NAME = '%s'".formatted(quoted(first), quoted(last));
        TENANT.probe()
                .sql("update USER_ENTITY set " + values + " where ID = '" + user.id() + "' and REALM_ID = :realm");
        TENANT.probe().clearCaches();
        return user;
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    private static void looksRight(Device device) {
        Inspection inspection = new Inspection(device);
        assertThat(inspection.overflow()).isZero();
        device.turnTo(device.look().inDark().wide(390));
        assertThat(inspection.overflow()).isZero();
        assertThat(inspection.accessibilityProblems()).isEmpty();
        device.turnTo(device.look());
    }

    /** Has typed 9 days in one tab and saved 4 in another; back in the first. */
    private PolicyTab editedInTwoTabs(Device laptop) {
        PolicyTab second = policy(signIn(laptop));
        second.type("graceDays", "9");
        laptop.newTab().open(place("/policy"));
        laptop.on(PolicyTab::new).type("graceDays", "4").finish().saved();

        laptop.toTab(0);
        return second;
    }

    private ConsolePage signIn(Device laptop) {
        return ConsolePage.signIn(laptop, at(""), reseller.user()).awaitText(TENANT.name());
    }

    private static PolicyTab policy(ConsolePage page) {
        return page.open(place("/policy")).device().on(PolicyTab::new);
    }

    private static String effective(String field) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/policy")
                .path("effective")
                .path(field)
                .asText();
    }

    private static URI place(String tab) {
        return at("#/tenants/" + TENANT.name() + tab);
    }

    private static URI at(String place) {
        return ConsoleLogin.inMaster(TENANT).page().resolve(place);
    }
}
