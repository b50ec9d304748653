// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Themes with a registration page of their own. */
class CustomTemplateIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void registration() {
        Registration.allow(TENANT);
    }

    @BeforeEach
    void optional() {
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void M2_M7_aFormOfAnotherShapeHasTheBoxToo() {
        User grace = Registration.newcomer();
        Device laptop = open("it-own-form");
        assertThat(laptop.on(RegisterPage::new).boxes()).isEqualTo(1);

        laptop.on(RegisterPage::new).fill(grace).tick().submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M2_theBoxStaysWhereATemplatePlacesIt() {
        User grace = Registration.newcomer();
        Device laptop = open("it-placed");
        RegisterPage form = laptop.on(RegisterPage::new);
        assertThat(form.boxes()).isEqualTo(1);
        assertThat(laptop.page().locator("#safety #msp-mfa-opt-in-box").count()).isEqualTo(1);

        form.fill(new User("", grace.username(), "not an address", grace.password()))
                .tick()
                .submit();
        assertThat(laptop.on(RegisterPage::new).isTicked()).isTrue();
        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(TotpPage::new);
    }

    @Test
    void M2_aTemplateThatPlacesItShowsNothingWhereNothingIsOffered() {
        TENANT.setPolicy(Policy.off());

        assertThat(open("it-placed").on(RegisterPage::new).boxes()).isZero();
    }

    @Test
    void M2_aPageThatAScriptBuildsStaysAsItIs() {
        User grace = Registration.newcomer();
        Device laptop = open("it-script");
        assertThat(laptop.on(RegisterPage::new).html()).doesNotContain(RegisterPage.OPT_IN);

        laptop.on(RegisterPage::new).fill(grace).submit();

        laptop.on(LoginPage::new).submitPassword(grace.password());
        laptop.on(AppPage::new);
    }

    /** A page that a script builds can post the choice all the same. */
    @Test
    void M2_M7_theChoiceCountsWhateverPageItComesFrom() {
        TENANT.change(realm -> realm.put("loginTheme", "it-own-form"));
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = browser.get(Registration.uri(TENANT));

        Registration.submit(browser, form, grace, RegisterPage.OPT_IN, "totp").expect(LoginPage.ID);

        new RawBrowser(TENANT).login(grace).expect(TotpPage.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it-bytes", "it-stream"})
    void M2_M7_anAnswerThatIsNoTextStaysAsItIsAndRegisters(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage form = browser.get(Registration.uri(TENANT)).expect(RegisterPage.ID);

        assertThat(form.answer().body()).endsWith("</html>\n").doesNotContain(RegisterPage.OPT_IN);
        RawPage again =
                Registration.submit(browser, form, new User("", grace.username(), "not an address", grace.password()));
        RawPage login = Registration.submit(browser, again, grace).expect(LoginPage.ID);
        assertThat(browser.post(login, "username", grace.username(), "password", grace.password())
                        .signedIn())
                .isTrue();
    }

    private Device open(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));
        return devices.open().open(Registration.uri(TENANT));
    }
}
