// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.console.Board;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.Dialog;
import io.mspmfa.it.pages.console.UsersTab;
import io.mspmfa.it.realm.Crowd;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many users at once, chosen in the list or named in a file, and lists in CSV (X15, L22). */
class ConsoleListsIT {
    private static final int LINES = 10_000;

    /** Some seconds on a machine that does nothing else. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private static User reseller;

    @BeforeAll
    static void people() {
        Crowd.into(TENANT, 60);
        var person = STAFF.reseller(TENANT, "manage-mfa");
        STAFF.grantOn(OTHER, person, "view-mfa");
        reseller = person.user();
    }

    @Test
    void K12_X15_whatIsChosenIsDoneForEachAndReported() {
        User ada = TENANT.user();
        User bea = TENANT.user();
        UsersTab users = users(signIn());
        users.device().open(place("?search=ada"));
        users.awaitContent();

        users.choose(ada).choose(bea);
        Dialog question = users.forChosen("Require a second factor");
        question.pressTwice("Require a second factor").awaitText("2 done, 0 failed");
        question.close("Close");

        assertThat(users.search(ada).details(ada).isRequired()).isTrue();
        assertThat(required(ada)).isTrue();
        users.require(false);
        assertThat(required(ada)).isFalse();
        assertThat(required(bea)).isTrue();
    }

    @Test
    void X15_aListInCsvIsCountedSentAndAnsweredLineByLine() {
        User ada = TENANT.user();
        UsersTab users = users(signIn());
        String list = String.join(
                "\n",
                "user,action,reason",
                ada.username() + ",require,",
                "nobody,require,",
                ada.username() + ",explode,");

        Dialog dialog = users.upload().upload("list.csv", list).awaitText("to be required");
        dialog.press("Send 3 lines").awaitText("not done");

        assertThat(dialog.text()).contains("nobody");
        assertThat(dialog.download("Save the result").lines().toList())
                .hasSize(4)
                .anyMatch(line -> line.contains(ada.username() + ",require,done"));
        dialog.close("Close");
        assertThat(required(ada)).isTrue();
    }

    @Test
    void X15_tenThousandLinesHalfOfThemBrokenAreWorkedThrough() {
        StringBuilder list = new StringBuilder("user,action,reason\n");
        for (int i = 0; i < LINES; i++) {
            list.append(i % 2 == 0 ? "extra%04d,require,\n".formatted(i / 2 % 60 + 1) : "\"broken\" line " + i + "\n");
        }
        UsersTab users = users(signIn());
        Instant start = Instant.now();

        Dialog dialog = users.upload().upload("list.csv", list.toString());
        dialog.press("Send 10,000 lines").awaitEnd("not done");

        assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
        assertThat(dialog.text()).as("each user once, and no broken line").contains("60\ndone", "9,940\nnot done");
        dialog.close("Close");
    }

    @Test
    void X15_listsInCsvAreThoseThatAreShown() {
        User ada = TENANT.user();
        ConsolePage page = signIn();
        Board board = page.device().on(Board::new);
        assertThat(board.download()).contains(TENANT.name(), OTHER.name());
        page.device().open(console("#/tenants?search=" + OTHER.name()));
        board.awaitContent();
        assertThat(board.download()).contains(OTHER.name()).doesNotContain(TENANT.name());

        UsersTab users = users(page);
        assertThat(users.download().lines()).hasSizeGreaterThan(60);
        users.search(ada);
        assertThat(users.download().lines()).hasSize(2);
    }

    private ConsolePage signIn() {
        Device laptop = devices.open();
        return ConsolePage.signIn(laptop, console(""), reseller).awaitText(TENANT.name());
    }

    private static UsersTab users(ConsolePage page) {
        return page.device().open(place("")).on(UsersTab::new);
    }

    private static boolean required(User user) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users/" + user.id())
                .path("required")
                .asBoolean();
    }

    private static URI place(String query) {
        return console("#/tenants/" + TENANT.name() + "/users" + query);
    }

    private static URI console(String place) {
        return ConsoleLogin.inMaster(TENANT).page().resolve(place);
    }
}
