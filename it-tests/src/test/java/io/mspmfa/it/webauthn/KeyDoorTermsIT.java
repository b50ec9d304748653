// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SecurityKeyPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches our pages through Keycloak's own actions that register a key, and who does not. */
class KeyDoorTermsIT {
    private static final String KEY = "webauthn-register";
    private static final String PASSKEY = "webauthn-register-passwordless";
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void keysCount() {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
    }

    /** The tenant opens the door for a day. */
    @ParameterizedTest
    @ValueSource(strings = {KEY, PASSKEY})
    void R26_anOldLoginSetsUpNothing(String action) {
        TENANT.admin()
                .put(
                        "/" + TENANT.name() + "/authentication/required-actions/" + action + "/config",
                        "{\"config\": {\"max_auth_age\": \"86400\"}}");
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        assertThat(browser.login(ada).tokens().signedIn()).isTrue();
        TENANT.clock().forward(Duration.ofMinutes(6));

        browser.get(TestApp.loginUri(TENANT, "kc_action", action)).expect(LoginPage.ID);
    }

    /** Whoever reads the e-mail can't set up a key; the owner is asked at the next login. */
    @ParameterizedTest
    @ValueSource(strings = {KEY, PASSKEY})
    void R29_whatAnEmailAsksForStaysForTheNextLogin(String action) throws InterruptedException {
        MAILBOX.servesFor(TENANT);
        User ada = TENANT.user();
        TENANT.admin()
                .put(
                        TENANT.userPath(ada) + "/execute-actions-email?client_id=" + TestApp.CLIENT,
                        "[\"" + action + "\"]");
        RawBrowser reader = new RawBrowser(TENANT);
        RawPage greeting = reader.get(MAILBOX.nextLink()).expect(InfoPage.ID);

        RawPage end = reader.get(greeting.link()).expect(InfoPage.ID);

        assertThat(end.text()).contains(Texts.en("mspMfaLaterTitle"));
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        new RawBrowser(TENANT).login(ada).expect(BackupCodesPage.ID);
    }

    @Test
    void A7_ifThePolicyDoesNotAcceptKeysTheyAreSetUpOnKeycloaksPages() {
        TENANT.setPolicy(Policy.optional());
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);

        SecurityKeyPage.register(laptop.login(ada, "kc_action", PASSKEY))
                .touch()
                .on(AppPage::new);

        assertThat(TENANT.credentials(ada).findValuesAsText("type"))
                .containsExactlyInAnyOrder("password", "webauthn-passwordless");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, PASSKEY})
    void anUnmanagedRealmHasKeycloaksPages(String action) {
        RawPage page = new RawBrowser(STOCK).login(STOCK.user(), "kc_action", action);

        page.expect("login-webauthn-register");
    }
}
