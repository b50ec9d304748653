// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.SecurityKeyPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security keys and passkeys as the second factor, with Keycloak's default flows. */
class SecurityKeyIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(withKeys(Policy.optional()));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void keysCount() {
        TENANT.setPolicy(withKeys(Policy.optional()));
    }

    @ParameterizedTest
    @CsvSource({"webauthn-register, webauthn", "webauthn-register-passwordless, webauthn-passwordless"})
    void A3_aNewKeyIsNotAskedForAtOnceButAtTheNextLogin(String action, String type) {
        User ada = TENANT.user();
        Device laptop = register(ada, action);
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(TENANT.hasCredential(ada, type)).isTrue();

        endSessions(ada);
        laptop.login(ada).on(KeyPage::new).touch();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(TENANT.events()
                        .of(ada, "LOGIN")
                        .get(0)
                        .path("details")
                        .path("msp_mfa_method")
                        .asText())
                .isEqualTo("webauthn");
    }

    @ParameterizedTest
    @CsvSource({"webauthn-register", "webauthn-register-passwordless"})
    void A13_thePasswordWithoutTheKeyGetsNothing(String action) {
        User ada = TENANT.user();
        registerBeforeKeysCount(ada, action);

        Device thief = devices.open().login(ada);
        thief.on(KeyPage::new);

        var grant = TestApp.passwordGrant(TENANT, ada);
        assertThat(grant.signedIn()).isFalse();
        assertThat(grant.error()).isEqualTo("interaction_required");
        thief.openApp("prompt", "none");
        assertThat(thief.on(AppPage::new).result().signedIn()).isFalse();
    }

    @Test
    void R21_closingTheBrowsersPromptIsNotAFailedAttempt() {
        User ada = TENANT.user();
        Device laptop = register(ada, "webauthn-register");
        endSessions(ada);
        laptop.login(ada);

        for (int i = 0; i < 7; i++) {
            laptop.on(KeyPage::new).closePrompt();
            laptop.on(KeyPage::new).expectMessage("mspMfaWebauthnCancelled");
        }

        assertThat(laptop.on(KeyPage::new).touch().on(AppPage::new).result().signedIn())
                .isTrue();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR")).isEmpty();
    }

    @Test
    void R21_forgedAnswersLockTheUser() {
        User ada = TENANT.user();
        Device laptop = register(ada, "webauthn-register");
        endSessions(ada);
        laptop.login(ada);
        String id = laptop.on(KeyPage::new).credentialId();

        for (String claimed : List.of(id, "AAAA", "not base64!", id)) {
            laptop.on(KeyPage::new).forge(claimed);
            laptop.on(KeyPage::new).expectMessage("mspMfaWebauthnWrong");
        }
        laptop.on(KeyPage::new).forge(id);

        laptop.on(LockedPage::new);
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void A15_A43_usersWithAnAppAndAKeyCanChooseEither() {
        User ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada, "kc_action", "webauthn-register");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        Story.addKey(laptop);
        endSessions(ada);

        laptop.login(ada);
        assertThat(laptop.on(ChallengePage::new).offersBackupCode()).isTrue();
        laptop.on(ChallengePage::new).use("webauthn");
        assertThat(laptop.on(KeyPage::new).offers("totp")).isTrue();
        laptop.on(KeyPage::new).use("totp").on(ChallengePage::new).use("webauthn");
        laptop.on(KeyPage::new).use("backup-code").on(BackupCodePage::new).submit(enrolled.code(0));
        laptop.on(DonePage::new).finish().on(AppPage::new);

        endSessions(ada);
        laptop.login(ada);
        laptop.on(ChallengePage::new).use("webauthn").on(KeyPage::new).touch().on(AppPage::new);
    }

    @Test
    void R26_selfServiceShowsTheKeyAndAsksForItBeforeAChange() {
        User ada = TENANT.user();
        Device laptop = register(ada, "webauthn-register");
        laptop.on(AppPage::new);

        TENANT.clock().forward(Duration.ofMinutes(21));
        manage(laptop, ada).on(KeyPage::new).touch();

        ManagePage page = laptop.on(ManagePage::new);
        assertThat(page.offers("enable")).isFalse();
        assertThat(page.text()).contains(Texts.en("mspMfaManageSecurityKey"));
        assertThat(page.remainingBackupCodes()).isEqualTo(10);
        page.act("new-backup-codes").on(BackupCodesPage::new).save();
        laptop.on(ManagePage::new).expectMessage("mspMfaCodesRenewed");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void L13_switchingOffRemovesAllThatCounts(boolean withApp) {
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        String code = withApp ? appAndKey(laptop, ada) : keyAndCodes(laptop, ada);

        laptop.on(ManagePage::new).act("disable").on(DisablePage::new).submit(code);

        laptop.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        assertThat(TENANT.probe().storedCredentials(ada.username()).findValuesAsText("type"))
                .containsExactly("password");
        devices.open().login(ada).on(AppPage::new);
    }

    @Test
    void A7_aKeyThatThePolicyNoLongerAllowsIsNotAskedFor() {
        User ada = TENANT.user();
        Device laptop = register(ada, "webauthn-register");
        laptop.on(AppPage::new);
        TENANT.setPolicy(Policy.optional());

        devices.open().login(ada).on(AppPage::new);
    }

    private String keyAndCodes(Device laptop, User user) {
        laptop.login(user, "kc_action", "webauthn-register");
        List<String> codes = Story.registerKey(laptop);
        endSessions(user);
        manage(laptop, user).on(KeyPage::new).touch();
        return codes.get(0);
    }

    private String appAndKey(Device laptop, User user) {
        var enrolled = Story.enrol(TENANT, user);
        laptop.login(user, "kc_action", "webauthn-register");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        Story.addKey(laptop);
        endSessions(user);
        manage(laptop, user)
                .on(ChallengePage::new)
                .use("webauthn")
                .on(KeyPage::new)
                .touch();
        return enrolled.code(0);
    }

    private Device register(User user, String action) {
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(user, "kc_action", action);
        Story.registerKey(laptop);
        return laptop;
    }

    /** On Keycloak's page, which gives no backup codes. */
    private void registerBeforeKeysCount(User user, String action) {
        TENANT.setPolicy(Policy.optional());
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(user, "kc_action", action);
        SecurityKeyPage.register(laptop).touch().on(AppPage::new);
        keysCount();
    }

    private static Device manage(Device device, User user) {
        endSessions(user);
        device.open(TENANT.uri("/msp-mfa/")).on(LoginPage::new).submit(user.username(), user.password());
        return device;
    }

    private static void endSessions(User user) {
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
    }

    private static Policy withKeys(Policy policy) {
        return policy.methods("totp", "webauthn");
    }
}
