// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, light and dark, narrow and wide: accessible, without sideways scrolling; and a picture of each in {@code target/screens}. */
class PagesIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @ParameterizedTest
    @CsvSource({"320,false", "320,true", "760,false", "760,true"})
    void everyPageIsAccessibleAndFits(int width, boolean dark) {
        Look look = Look.DESKTOP.wide(width);
        String suffix = "-" + width + (dark ? "-dark" : "-light");
        var soft = new SoftAssertions();

        new Tour(TENANT, devices, dark ? look.inDark() : look, (device, name) -> {
                    device.screenshot(name + suffix);
                    var inspection = new Inspection(device);
                    soft.assertThat(inspection.accessibilityProblems())
                            .as(name + suffix + " accessibility")
                            .isEmpty();
                    soft.assertThat(inspection.overflow())
                            .as(name + suffix + " overflow")
                            .isZero();
                })
                .walk();

        soft.assertAll();
    }
}
