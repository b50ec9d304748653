// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Registration flows that contain our own action. */
class ComposedFlowIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void composedFlow() {
        Registration.allow(TENANT);
        Flows flows = new Flows(TENANT);
        flows.copy("registration", "composed");
        flows.add("composed registration form", "msp-mfa-registration");
        flows.require("composed", "msp-mfa-registration", "REQUIRED");
        flows.bind("registrationFlow", "composed");
    }

    @Test
    void M2_M7_ourActionBesideKeycloaksMakesNoSecondBox() {
        User grace = Registration.newcomer();
        Device laptop = devices.open().open(Registration.uri(TENANT));
        assertThat(laptop.on(RegisterPage::new).boxes()).isEqualTo(1);

        laptop.on(RegisterPage::new)
                .fill(new User("", grace.username(), "not an address", grace.password()))
                .tick()
                .submit();
        assertThat(laptop.on(RegisterPage::new).isTicked()).isTrue();
        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }
}
