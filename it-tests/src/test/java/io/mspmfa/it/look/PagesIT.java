// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, light and dark, narrow and wide: accessible, and without sideways scrolling. Saves a picture of each in
 * {@code target/screens}.
 */
class PagesIT {

    /** How many states the tour visits, so that a missing one is noticed. */
    private static final int PAGES = 43;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    /** What each look has shown. There is a single tour, since four would only repeat the same steps. */
    private static final Map<Look, List<Finding>> FINDINGS = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"320,false", "320,true", "760,false", "760,true"})
    void everyPageIsAccessibleAndFitsTheWindow(int width, boolean dark) {
        if (FINDINGS.isEmpty()) {
            FINDINGS.putAll(tour());
        }

        var findings = FINDINGS.get(dark ? Look.DESKTOP.wide(width).inDark() : Look.DESKTOP.wide(width));

        assertThat(findings).hasSize(PAGES);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.accessibility()).as(finding.page()).isEmpty();
            assertThat(finding.overflow()).as(finding.page()).isZero();
        });
    }

    private Map<Look, List<Finding>> tour() {
        Map<Look, List<Finding>> findings = new LinkedHashMap<>();
        for (int width : List.of(320, 760)) {
            findings.put(Look.DESKTOP.wide(width), new ArrayList<>());
            findings.put(Look.DESKTOP.wide(width).inDark(), new ArrayList<>());
        }
        new Tour(TENANT, devices, Look.DESKTOP.wide(760), (device, name) -> {
                    findings.forEach((look, seen) -> seen.add(inspect(device.turnTo(look), name, look)));
                    device.turnTo(device.look());
                })
                .walk();
        return findings;
    }

    private static Finding inspect(Device device, String name, Look look) {
        String page = name + "-" + look.width() + (look.dark() ? "-dark" : "-light");
        device.screenshot(page);
        var inspection = new Inspection(device);
        return new Finding(page, inspection.accessibilityProblems(), inspection.overflow());
    }

    private record Finding(String page, List<String> accessibility, int overflow) {}
}
