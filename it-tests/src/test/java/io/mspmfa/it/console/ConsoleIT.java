// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import io.mspmfa.it.admin.Json;
import io.mspmfa.it.admin.Staff;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.PolicyTab;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * People in the console, in a real browser (L22). After each test, {@link Devices} finds that nothing has violated the
 * Content-Security-Policy.
 */
class ConsoleIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void L22_aResellerSeesTheTenantsAndStaysSignedIn() {
        User reseller = STAFF.reseller(TENANT, "manage-mfa").user();
        URI console = ConsoleLogin.inMaster(TENANT).page();
        Device laptop = devices.open();
        ConsolePage board = ConsolePage.signIn(laptop, console, reseller);

        assertThat(board.places()).containsExactly("Tenants", "Find a user", "Activity");
        assertThat(board.heading()).isEqualTo("Tenants");
        board.open(console.resolve("#/tenants/" + TENANT.name())).awaitText(TENANT.name());
        looksRight(laptop);
        laptop.reload();
        assertThat(new ConsolePage(laptop).awaitText(TENANT.name()).places()).contains("Tenants");
        assertThat(stored(laptop.page())).as("what the browser has stored").isEqualTo("0 0");
        String server = TENANT.server().base().toString();
        assertThat(devices.addresses()).allMatch(address -> address.startsWith(server) || address.startsWith("data:"));
    }

    @Test
    void V16_aTenantsAdministratorSeesGreyedOutWhatTheProviderHasSet() {
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/floor", Json.of("{'selfDisable': false}"));
        User admin = STAFF.ofTenant(TENANT, "realm-admin").user();
        Device laptop = devices.open();

        ConsolePage.signIn(laptop, ConsoleLogin.in(TENANT).page(), admin).follow("Policy");
        PolicyTab policy = laptop.on(PolicyTab::new);

        assertThat(policy.places()).containsExactly("My realm", "Activity");
        assertThat(policy.isGreyedOut("selfDisable")).isTrue();
        assertThat(policy.source("selfDisable")).contains("provider");
        assertThat(policy.isGreyedOut("graceDays")).isFalse();
        looksRight(laptop);
    }

    @Test
    void L22_anOrdinaryUserIsToldThatThereIsNothingToDo() {
        Device laptop = devices.open();

        ConsolePage nothing = ConsolePage.signIn(laptop, ConsoleLogin.in(TENANT).page(), TENANT.user());

        assertThat(nothing.places()).isEmpty();
        assertThat(nothing.text()).contains("no role");
        looksRight(laptop);
    }

    /** A link into the console survives the login, whose redirect URI knows no places. */
    @Test
    void L22_aLinkIntoTheConsoleLeadsThereAfterTheLogin() {
        User reseller = STAFF.reseller(TENANT, "view-mfa").user();
        Device laptop = devices.open();
        URI place = ConsoleLogin.inMaster(TENANT).page().resolve("#/tenants/" + TENANT.name() + "/policy");

        ConsolePage.signIn(laptop, place, reseller);

        assertThat(laptop.page().url()).endsWith("#/tenants/" + TENANT.name() + "/policy");
        laptop.on(PolicyTab::new);
    }

    /** A blank, an umlaut, a percent sign and a dot: what Keycloak allows in the name of a realm. */
    @Test
    void L22_aRealmWithAnOddNameHasAConsoleToo() {
        Tenant odd = Tenant.managed(Policy.optional()).create();
        User admin = STAFF.ofTenant(odd, "realm-admin").user();
        String name = "B\u00fcro S\u00fcd 5% v1." + odd.name();
        odd.admin().put("/" + odd.name(), JsonNodeFactory.instance.objectNode().put("realm", name));
        ConsoleLogin login = ConsoleLogin.named(odd, name);
        try {
            Device laptop = devices.open();

            ConsolePage console = ConsolePage.signIn(laptop, login.page(), admin);
            console.follow("Policy");
            laptop.on(PolicyTab::new).type("graceDays", "6").finish().saved();

            assertThat(console.text()).contains(name);
            assertThat(odd.admin()
                            .get("/" + login.encoded() + "/msp-mfa/policy")
                            .at("/own/graceDays")
                            .asInt())
                    .isEqualTo(6);
            laptop.reload();
            laptop.on(PolicyTab::new);
        } finally {
            odd.admin().delete("/" + login.encoded());
        }
    }

    private static void looksRight(Device device) {
        Inspection inspection = new Inspection(device);
        assertThat(inspection.accessibilityProblems()).isEmpty();
        assertThat(inspection.overflow()).isZero();
        device.turnTo(device.look().inDark().wide(390));
        assertThat(inspection.accessibilityProblems()).isEmpty();
        assertThat(inspection.overflow()).isZero();
        device.turnTo(device.look());
    }

    private static Object stored(Page page) {
        return page.evaluate("() => `${localStorage.length} ${sessionStorage.length}`");
    }
}
