// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.console.Board;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.Dialog;
import io.mspmfa.it.pages.console.FindPage;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Crowd;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A help desk in the console: somebody calls, and a new customer has to be set up (L22, V5). */
class ConsoleDeskIT {
    @RegisterExtension
    static final Tenant ACME = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant GLOBEX = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant OF_OTHERS = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(ACME);

    private final AdminApi root = STAFF.superAdmin();

    @Test
    void L22_someoneIsFoundInTheResellersTenantsAndNowhereElse() {
        Crowd.into(ACME, 2);
        Crowd.into(GLOBEX, 1);
        Crowd.into(OF_OTHERS, 1);
        Person desk = STAFF.reseller(ACME, "manage-mfa");
        STAFF.grantOn(GLOBEX, desk, "manage-mfa");

        FindPage page = signIn(desk).goTo("Find a user").device().on(FindPage::new);
        page.search("extra0001", GLOBEX.name());

        assertThat(page.rows())
                .hasSize(2)
                .anyMatch(row -> row.contains(ACME.name()))
                .anyMatch(row -> row.contains(GLOBEX.name()) && row.contains("Must enrol"));
        assertThat(page.search("extra0009", "Nobody found").rows()).isEmpty();
        page.search("extra0001", GLOBEX.name());
        assertThat(page.open(GLOBEX).details()).contains("extra0001@acme.test", "Reset all factors");
        page.device().back();
        assertThat(page.device().on(FindPage::new).awaitText(ACME.name()).text())
                .as("what was searched for")
                .contains("extra0001");
    }

    @Test
    void V5_V7_aTenantIsAddedWithItsPolicyInOneStepOrNotAtAll() {
        String name = ACME.name() + "-desk";
        Person maker = STAFF.reseller(ACME, "manage-mfa");
        STAFF.grantRealmRole(Staff.MASTER, maker, "create-realm");
        Board board = signIn(maker).device().on(Board::new);
        try {
            Dialog dialog = board.press("Add tenant");
            dialog.fill("Realm name", name + "/x").press("Add tenant");
            assertThat(dialog.hint("Realm name")).contains("can't be used");
            dialog.fill("Realm name", ACME.name()).press("Add tenant").awaitText("already");
            dialog.fill("Realm name", name).close("Cancel");
            assertThat(root.tryGet("/" + name).status()).isEqualTo(404);

            board.press("Add tenant")
                    .fill("Realm name", name)
                    .fill("Display name", "Ämter & Söhne")
                    .fill("Days of grace", "3")
                    .pressTwice("Add tenant");

            board.awaitText("Ämter & Söhne");
            assertThat(maker.api().get("/" + name + "/msp-mfa/policy").path("floor"))
                    .isEqualTo(Json.of("{'mode': 'required', 'graceDays': 3}"));
            ConsolePage tenants = board.goTo("Tenants").awaitText(name);
            assertThat(tenants.text()).contains("in 2 tenants", "Ämter & Söhne");
        } finally {
            root.tryDelete("/" + name);
        }
    }

    @Test
    void V5_whoMayNotCreateRealmsIsNotOfferedIt() {
        Person desk = STAFF.reseller(ACME, "manage-mfa");

        assertThat(signIn(desk).device().on(Board::new).text()).doesNotContain("Add tenant");
    }

    private ConsolePage signIn(Person person) {
        return ConsolePage.signIn(devices.open(), ConsoleLogin.inMaster(ACME).page(), person.user());
    }
}
