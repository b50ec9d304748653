// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who register, tick the box or don't, and sign in for the first time. */
class RegistrationIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void usualRealm() {
        TENANT.change(realm -> realm.put("registrationAllowed", true).remove("loginTheme"));
        TENANT.setPolicy(Policy.optional());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void M2_M3_M6_M7_M14_whoOptsInSignsInForTheFirstTimeAndEnrols(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));
        User grace = Registration.newcomer();
        Device laptop = devices.open().open(Registration.uri(TENANT));
        RegisterPage form = laptop.on(RegisterPage::new);
        assertThat(form.label()).isEqualTo("One Time Password using OTP App");
        assertThat(form.isTicked()).isFalse();

        form.fill(grace).tick().submit();

        LoginPage login = laptop.on(LoginPage::new);
        assertThat(login.text()).contains(Texts.en("mspMfaRegistered"));
        User account = Registration.account(TENANT, grace);
        assertThat(TENANT.sessions(account)).isZero();
        assertThat(why(account)).contains("msp-mfa-setup is pending");
        login.submitPassword(grace.password());
        Enrolled enrolled = Story.setUp(laptop);
        assertThat(TENANT.sessions(account)).isZero();
        laptop.on(DonePage::new).finish();
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(Registration.pending(TENANT, account)).isEmpty();

        Device tablet = devices.open().login(grace);
        tablet.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(AppPage::new);
    }

    @Test
    void M2_M7_withoutJavaScript() {
        User grace = Registration.newcomer();

        Device laptop = Registration.registerOptingIn(devices.open(Look.DESKTOP.withoutJavaScript()), grace);

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M15_whoDoesNotOptInSignsInAndIsAskedForNothing() {
        User grace = Registration.newcomer();

        Device laptop = Registration.register(devices.open(), grace);

        laptop.on(LoginPage::new).submitPassword(grace.password());
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(devices.open().login(grace).on(AppPage::new).result().signedIn())
                .isTrue();
    }

    @Test
    void M2_theChoiceSurvivesAValidationError() {
        User grace = Registration.newcomer();
        Device laptop = devices.open().open(Registration.uri(TENANT));
        User nameless = new User("", grace.username(), "not an address", grace.password());

        laptop.on(RegisterPage::new).fill(nameless).tick().submit();
        assertThat(laptop.on(RegisterPage::new).isTicked()).isTrue();
        assertThat(laptop.on(RegisterPage::new).boxes()).isEqualTo(1);
        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new);
        assertThat(Registration.pending(TENANT, Registration.account(TENANT, grace)))
                .containsExactly("msp-mfa-setup");
    }

    @Test
    void M2_aTickTakenAwayStaysAway() {
        TENANT.setPolicy(Policy.optional().optIn("preChecked"));
        User grace = Registration.newcomer();
        Device laptop = devices.open().open(Registration.uri(TENANT));
        assertThat(laptop.on(RegisterPage::new).isTicked()).isTrue();
        User nameless = new User("", grace.username(), "not an address", grace.password());

        laptop.on(RegisterPage::new).fill(nameless).untick().submit();
        assertThat(laptop.on(RegisterPage::new).isTicked()).isFalse();
        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(AppPage::new);
    }

    @Test
    void M2_preCheckedIsAChoiceLikeAnyOther() {
        TENANT.setPolicy(Policy.optional().optIn("preChecked"));
        User grace = Registration.newcomer();

        Device laptop = Registration.register(devices.open(), grace);

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M2_theLoginPageLeadsToTheSameForm() {
        User grace = Registration.newcomer();
        Device laptop = devices.open().openApp();
        laptop.on(LoginPage::new)
                .register()
                .on(RegisterPage::new)
                .fill(grace)
                .tick()
                .submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M7_noTokenBeforeTheFactorIsSetUp() {
        User grace = Registration.newcomer();
        Registration.registerOptingIn(devices.open(), grace);

        TokenResult granted = TestApp.passwordGrant(TENANT, grace);
        Device other = devices.open().login(grace);

        assertThat(granted.signedIn()).isFalse();
        assertThat(granted.error()).isEqualTo("invalid_grant");
        other.on(TotpPage::new);
        other.openApp();
        assertThat(TENANT.sessions(Registration.account(TENANT, grace))).isZero();
    }

    @Test
    void M7_whoOptsInWithoutSigningInAgainEnrolsAtOnce() {
        TENANT.setPolicy(Policy.optional().signInAgain(false));
        User grace = Registration.newcomer();

        Device laptop = Registration.registerOptingIn(devices.open(), grace);

        Story.setUp(laptop);
        laptop.on(DonePage::new).finish();
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void M2_germanPage() {
        Device laptop = devices.open(Look.DESKTOP.speaking("de-DE"));

        laptop.open(Registration.uri(TENANT, "ui_locales", "de"));

        assertThat(laptop.on(RegisterPage::new).label()).isEqualTo(Texts.de("mspMfaOptInTotp"));
        assertThat(laptop.on(RegisterPage::new).text()).contains(Texts.de("mspMfaOptInHelp"));
    }

    /** Why the user is or isn't asked, as administrators read it. */
    private static String why(User user) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users/" + user.id())
                .path("why")
                .toString();
    }
}
