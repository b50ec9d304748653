// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes between a registration and the app. */
class SignInAgainIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void usualRealm() {
        TENANT.change(realm -> realm.put("registrationAllowed", true).put("verifyEmail", false));
        TENANT.setPolicy(Policy.optional());
        new Flows(TENANT).require("registration", "registration-password-action", "REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "off,      true,  app",
        "optional, true,  login-login",
        "optional, false, app",
        "required, true,  login-login",
        "required, false, login-msp-mfa-totp"
    })
    void M6_thePolicyDecidesWhatFollowsARegistration(String mode, boolean signInAgain, String page) {
        TENANT.setPolicy(Policy.mode(mode).signInAgain(signInAgain));
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage next = Registration.submit(browser, browser.get(Registration.uri(TENANT)), Registration.newcomer());

        assertThat(next.id()).isEqualTo(page);
    }

    @Test
    void M6_whereAFactorIsRequiredItIsSetUpAfterTheFirstLogin() {
        TENANT.setPolicy(Policy.required());
        User grace = Registration.newcomer();
        Device laptop = Registration.register(devices.open(), grace);

        laptop.on(LoginPage::new).submitPassword(grace.password());

        laptop.on(TotpPage::new);
    }

    @Test
    void M6_aWrongPasswordIsNoLogin() {
        User grace = Registration.newcomer();
        Device laptop = Registration.register(devices.open(), grace);

        laptop.on(LoginPage::new).submitPassword("a wrong one");

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(AppPage::new);
    }

    /** The form was open in one tab while somebody else signed in in another. */
    @Test
    void M6_someoneElsesSessionDoesNotAnswerForTheNewUser() {
        User grace = Registration.newcomer();
        RawBrowser shared = new RawBrowser(TENANT);
        RawPage form = shared.get(Registration.uri(TENANT));
        assertThat(shared.login(TENANT.user()).signedIn()).isTrue();

        RawPage login = Registration.submit(shared, form, grace).expect(LoginPage.ID);

        RawPage app = shared.post(login, "username", grace.username(), "password", grace.password());
        assertThat(app.tokens().claim("preferred_username")).isEqualTo(grace.username());
    }

    @Test
    void M6_reloadingTheLoginPageDoesNotRegisterAgain() {
        User grace = Registration.newcomer();
        Device laptop = Registration.register(devices.open(), grace);

        laptop.reload();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(AppPage::new);
    }

    @Test
    void M6_anAppThatAsksForAnAccountGetsItsUserInTheEnd() {
        User grace = Registration.newcomer();
        Device laptop = devices.open().openApp("prompt", "create");
        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());

        assertThat(laptop.on(AppPage::new).result().claim("preferred_username")).isEqualTo(grace.username());
    }

    /** Where registration asks for no password, for example because the user gets a link by e-mail. */
    @Test
    void M6_whoHasNoPasswordIsNotAskedForOne() {
        new Flows(TENANT).require("registration", "registration-password-action", "DISABLED");
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage next = Registration.submit(browser, browser.get(Registration.uri(TENANT)), grace);

        assertThat(next.signedIn()).isTrue();
    }

    /** With verified addresses, Keycloak asks for a password only after that. */
    @Test
    void M6_whoGetsAPasswordLaterSignsInWithIt() throws InterruptedException {
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage password = registerWithVerifiedAddress(browser, grace);

        RawPage login = browser.post(password, "password-new", grace.password(), "password-confirm", grace.password());

        browser.post(login.expect(LoginPage.ID), "username", grace.username(), "password", grace.password())
                .expect(TotpPage.ID);
    }

    /** Keycloak drops it when the form is posted, but not when the password follows later. */
    @Test
    void M6_someoneElsesCookieDoesNotAnswerForTheNewUser() throws InterruptedException {
        User grace = Registration.newcomer();
        RawBrowser shared = new RawBrowser(TENANT);
        RawPage password = registerWithVerifiedAddress(shared, grace);
        String impersonation = TENANT.userPath(TENANT.user()) + "/impersonation";
        shared.take(TENANT.admin().tryPost(impersonation, "{}").ok());

        RawPage login = shared.post(password, "password-new", grace.password(), "password-confirm", grace.password());

        shared.post(login.expect(LoginPage.ID), "username", grace.username(), "password", grace.password())
                .expect(TotpPage.ID);
    }

    /** Up to the page that asks for the password. */
    private static RawPage registerWithVerifiedAddress(RawBrowser browser, User newcomer) throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(TENANT);
        TENANT.change(realm -> realm.put("verifyEmail", true));
        RawPage form = browser.get(Registration.uri(TENANT));
        assertThat(form.attribute("#password", "type")).isEmpty();
        Registration.submit(browser, form, newcomer, RegisterPage.OPT_IN, "totp")
                .expect("login-login-verify-email");
        return browser.get(mailbox.nextLink()).expect(UpdatePasswordPage.ID);
    }
}
