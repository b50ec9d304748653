// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
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

    private final Flows flows = new Flows(TENANT);

    @BeforeAll
    static void registration() {
        Registration.allow(TENANT);
    }

    @Test
    void M2_M7_ourActionBesideKeycloaksMakesNoSecondBox() {
        TENANT.change(realm -> realm.remove("loginTheme"));
        compose("both", "msp-mfa-registration");
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

    @Test
    void M2_M7_ourActionServesAnActionOfSomebodyElseThatCreatesTheUsers() {
        composeWithoutKeycloaks("foreign", "it-user-creation", "msp-mfa-registration");
        User grace = Registration.newcomer();
        Device laptop = devices.open().open(Registration.uri(TENANT));
        assertThat(laptop.on(RegisterPage::new).boxes()).isEqualTo(1);

        laptop.on(RegisterPage::new).fill(grace).tick().submit();

        LoginPage login = laptop.on(LoginPage::new);
        assertThat(login.text()).contains(Texts.en("mspMfaRegistered"));
        assertThat(TENANT.sessions(Registration.account(TENANT, grace))).isZero();
        login.submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M2_ourActionRefusesAMethodThatThePolicyDoesNotAllow() {
        composeWithoutKeycloaks("refusing", "it-user-creation", "msp-mfa-registration");
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = browser.get(Registration.uri(TENANT)).expect(RegisterPage.ID);

        RawPage again = Registration.submit(browser, form, grace, RegisterPage.OPT_IN, "webauthn");

        assertThat(again.expect(RegisterPage.ID).says("mspMfaOptInGone")).isTrue();
        assertThat(Registration.hasAccount(TENANT, grace)).isFalse();
    }

    @Test
    void M2_M15_withoutAnyOfOurActionsThereIsNoBoxThatNobodyReads() {
        composeWithoutKeycloaks("without", "it-user-creation");
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = browser.get(Registration.uri(TENANT)).expect(RegisterPage.ID);
        assertThat(form.answer().body()).doesNotContain(RegisterPage.OPT_IN);

        RawPage next = Registration.submit(browser, form, grace, RegisterPage.OPT_IN, "totp");

        assertThat(next.signedIn()).isTrue();
    }

    /** Keycloak's flow with these actions at the end. */
    private void compose(String alias, String... actions) {
        flows.copy("registration", alias);
        for (String action : actions) {
            flows.add(alias + " registration form", action);
            flows.require(alias, action, "REQUIRED");
        }
        flows.bind("registrationFlow", alias);
    }

    /** The same without Keycloak's actions that create the user and the password, in a theme that asks for both anyway. */
    private void composeWithoutKeycloaks(String alias, String... actions) {
        TENANT.change(realm -> realm.put("loginTheme", "it-own-form"));
        compose(alias, actions);
        flows.require(alias, "registration-user-creation", "DISABLED");
        flows.require(alias, "registration-password-action", "DISABLED");
    }
}
