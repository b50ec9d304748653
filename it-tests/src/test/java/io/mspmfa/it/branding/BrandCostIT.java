// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a brand costs beside Keycloak's own theme (X16). */
class BrandCostIT {
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;

    @RegisterExtension
    static final Tenant STOCK = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant BRANDED = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(BRANDED);

    @BeforeAll
    static void brand() {
        BRANDED.change(realm -> realm.put("loginTheme", "msp"));
        BRANDED.admin().put("/" + BRANDED.name() + "/msp-mfa/branding", Contoso.brand());
    }

    @Test
    void X16_aBrandedPageAndItsFilesCostNoStatement() {
        assertThat(statementsOfAPage(BRANDED)).isLessThanOrEqualTo(statementsOfAPage(STOCK));
    }

    /** Its stylesheet, the theme's, and the logo. The icon takes the place of Keycloak's. */
    @Test
    void X16_aBrandedPageTakesThreeRequestsMoreAndNoneTheNextTime() throws IOException {
        List<String> stock = filesOf(devices.open(Look.DESKTOP, STOCK));
        Device device = devices.open();
        List<String> branded = filesOf(device);
        List<String> again = filesOf(device);

        Files.writeString(
                Path.of("target", "brand-files.txt"),
                String.join(System.lineSeparator(), stock) + "\n\n" + String.join(System.lineSeparator(), branded));
        assertThat(branded.size()).as("%s beside %s", branded, stock).isLessThanOrEqualTo(stock.size() + 3);
        assertThat(branded).anyMatch(file -> file.contains("/msp-mfa/brand/"));
        assertThat(again).noneMatch(file -> file.contains("/msp-mfa/brand/"));
    }

    private static long statementsOfAPage(Tenant tenant) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            long statements =
                    tenant.probe().statementsDuring(() -> new RawBrowser(tenant).get(TestApp.loginUri(tenant)));
            least = i < WARM_UP ? least : Math.min(least, statements);
        }
        return least;
    }

    /** What the login page has loaded over the network, with the size of each. */
    private static List<String> filesOf(Device device) {
        device.openApp();
        List<?> loaded = (List<?>) device.page()
                .evaluate("() => performance.getEntriesByType('resource').filter(file => file.transferSize > 0)"
                        + ".map(file => file.transferSize + ' ' + file.name)");
        return loaded.stream().map(String::valueOf).toList();
    }
}
