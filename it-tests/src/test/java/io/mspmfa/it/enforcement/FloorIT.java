// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user who must enrol tries to get around it (V8, A13, A14, P12, P29, P32). */
class FloorIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void enrolmentIsRequired() {
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void V8_P12_restartingTheLoginLeadsThroughThePasswordToTheSetUpAgain() {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        RawPage scan = attacker.login(ada).expect(TotpPage.ID);
        URI restart =
                URI.create(scan.uri().toString().replaceFirst("/login-actions/[a-z-]+", "/login-actions/restart"));

        RawPage login = attacker.get(restart).expect(LoginPage.ID);

        attacker.post(login, "username", ada.username(), "password", ada.password())
                .expect(TotpPage.ID);
    }

    @Test
    void V8_P29_aSecondTabHasNoSession() {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        attacker.login(ada).expect(TotpPage.ID);

        assertThat(attacker.get(TestApp.loginUri(TENANT, "prompt", "none")).signedIn())
                .isFalse();
        attacker.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).expect(LoginPage.ID);
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void V8_theAccountConsoleIsNotAWayAround() {
        var ada = TENANT.user();
        Device laptop = devices.open().open(TENANT.uri("/account/"));
        laptop.onceLoaded(LoginPage::new).submit(ada.username(), ada.password());

        laptop.on(TotpPage::new);
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void V8_theBackButtonIsNotAWayAround() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        laptop.on(TotpPage::new).next();

        laptop.back();
        laptop.openApp("prompt", "none");

        assertThat(laptop.on(AppPage::new).result().signedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa", "UPDATE_PASSWORD", "msp-mfa-manage", "CONFIGURE_TOTP", "NO_SUCH_ACTION"})
    void V8_P32_anAppInitiatedActionDoesNotSkipTheSetUp(String action) {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        RawPage scan = attacker.login(ada, "kc_action", action).expect(TotpPage.ID);

        RawPage after = attacker.post(scan, "cancel-aia", "true");

        assertThat(after.atApp() && after.tokens().signedIn()).isFalse();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "msp-mfa-manage", "VERIFY_PROFILE"})
    void P32_postingToAnotherActionShowsThePendingLoginCheck(String action) {
        var ada = TENANT.user();
        RawBrowser attacker = new RawBrowser(TENANT);
        RawPage scan = attacker.login(ada).expect(TotpPage.ID);
        URI forged = URI.create(scan.action().toString().replaceFirst("execution=[^&]+", "execution=" + action));

        RawPage answer = attacker.post(forged, Form.of("action", "finish", "finish", "true"));

        assertThat(answer.atApp() && answer.tokens().signedIn()).isFalse();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void A14_aPendingPasswordUpdateComesAfterTheLoginCheck() {
        var ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
        Device laptop = devices.open().login(ada);

        Story.setUp(laptop);
        laptop.on(DonePage::new).finish();

        laptop.on(UpdatePasswordPage::new).submit("another horse battery staple");
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void A14_aPendingConfigureTotpDoesNotCauseASecondSetUp() {
        var ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add("CONFIGURE_TOTP"));
        Device laptop = devices.open().login(ada);

        Story.setUp(laptop);
        laptop.on(DonePage::new).finish();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce("otp");
    }

    @Test
    void A14_aLoginCheckSetOnTheUserIsRemovedWhenNothingIsOwed() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add("msp-mfa"));

        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa-disable", "msp-mfa-backup-codes", "msp-mfa-setup"})
    void A19_ourOtherActionsSetOnAUserDoNotStopTheLogin(String action) {
        TENANT.setPolicy(Policy.off());
        var ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add(action));

        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
    }

    @Test
    void A46_aStolenAddressLeadsNowhereWithoutTheCookies() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        RawPage challenge = Story.toChallenge(new RawBrowser(TENANT), ada);

        RawPage stolen = new RawBrowser(TENANT).get(challenge.uri());

        stolen.expect(KeycloakErrorPage.ID);
    }

    /** Refused even with the correct code, because the form is not the one that was shown. */
    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "OF_ANOTHER"})
    void A46_forgedSessionCodesLeadNowhere(String forged) {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        int sessions = TENANT.sessions(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        URI shown = Story.toChallenge(browser, ada).action();
        URI other = Story.toChallenge(new RawBrowser(TENANT), ada).action();
        String code = forged.replace("OF_ANOTHER", sessionCode(other));
        URI action = URI.create(shown.toString().replace(sessionCode(shown), code));

        RawPage answer = browser.post(action, Form.of("code", enrolled.phone().freshCode()));

        answer.expect(ChallengePage.ID);
        assertThat(TENANT.sessions(ada)).isEqualTo(sessions);
        assertThat(browser.post(answer, "code", enrolled.phone().freshCode()).signedIn())
                .as("the form that is shown is good")
                .isTrue();
    }

    private static String sessionCode(URI action) {
        return action.getRawQuery().replaceFirst(".*session_code=([^&]+).*", "$1");
    }
}
