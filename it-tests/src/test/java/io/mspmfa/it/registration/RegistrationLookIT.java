// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our part of the registration page looks like. */
class RegistrationLookIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void registration() {
        Registration.allow(TENANT);
    }

    @BeforeEach
    void usualRealm() {
        TENANT.change(realm -> realm.remove("loginTheme"));
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void M2_ourPartIsAccessibleAndFitsTheWindow() {
        inspect(open(), "register-offered");
        Device laptop = open();
        laptop.on(RegisterPage::new).fill(Registration.newcomer()).tick();
        TENANT.setPolicy(Policy.optional().methods("webauthn"));
        inspect(laptop.on(RegisterPage::new).submit(), "register-refused");
        TENANT.setPolicy(Policy.required());
        inspect(open(), "register-announced");
    }

    @Test
    void M6_theLoginPageAfterARegistration() {
        User grace = Registration.newcomer();

        Device laptop = open().on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new);
        laptop.screenshot("registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak", "base"})
    void M2_ourPartFitsInOtherThemes(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));
        for (int width : List.of(320, 1280)) {
            Device laptop = devices.open(Look.DESKTOP.wide(width)).open(Registration.uri(TENANT));
            laptop.screenshot("register-" + theme + "-" + width);
            var box = laptop.page().locator("#msp-mfa-opt-in").boundingBox();
            assertThat(box.width).isGreaterThan(200);
            assertThat(box.x).isNotNegative();
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
        }
    }

    private Device open() {
        return devices.open().open(Registration.uri(TENANT));
    }

    private static void inspect(Device device, String name) {
        for (int width : List.of(320, 760)) {
            for (Look look :
                    List.of(Look.DESKTOP.wide(width), Look.DESKTOP.wide(width).inDark())) {
                device.turnTo(look).screenshot(name + "-" + width + (look.dark() ? "-dark" : "-light"));
                var inspection = new Inspection(device);
                assertThat(inspection.accessibilityProblems())
                        .filteredOn(problem -> problem.contains("msp-mfa"))
                        .as(name + width)
                        .isEmpty();
                assertThat(inspection.overflow()).as(name + width).isZero();
            }
        }
    }
}
