// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own actions that register a key lead to our pages if the policy accepts keys. */
class KeycloaksKeyDoorIT {
    private static final String KEY = "webauthn-register";
    private static final String PASSKEY = "webauthn-register-passwordless";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void keysCount() {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
        passkeysAtLogin(false);
    }

    @ParameterizedTest
    @CsvSource({KEY + ", webauthn, true", PASSKEY + ", webauthn-passwordless, false"})
    void A39_noKeyIsStoredBeforeItsBackupCodes(String action, String type, boolean passkeysAtLogin) {
        passkeysAtLogin(passkeysAtLogin);
        User ada = TENANT.user();
        Device laptop = withKey().login(ada, "kc_action", action);
        laptop.on(BackupCodesPage::new).save();
        KeySetUpPage page = laptop.on(KeySetUpPage::new);
        assertThat(page.offers("webauthn") || page.offers("webauthn-passwordless"))
                .as("the action says which")
                .isFalse();
        assertThat(types(ada)).containsExactly("password");

        page.touch().on(DonePage::new).finish();

        TokenResult tokens = laptop.on(AppPage::new).result();
        assertThat(tokens.signedIn()).isTrue();
        assertThat(tokens.actionStatus()).isEqualTo("success");
        assertThat(types(ada)).containsExactlyInAnyOrder("password", type, "msp-backup-codes");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, PASSKEY})
    void A39_nothingIsStoredWithoutTheConfirmationThatTheCodesAreSaved(String action) {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage codes = browser.login(ada, "kc_action", action).expect(BackupCodesPage.ID);

        browser.post(codes, "clientDataJSON", "e30", "attestationObject", "e30", "publicKeyCredentialId", "e30")
                .expect(BackupCodesPage.ID);

        assertThat(types(ada)).containsExactly("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, PASSKEY})
    void A39_cancellingStoresNothing(String action) {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage codes = browser.login(ada, "kc_action", action).expect(BackupCodesPage.ID);

        TokenResult tokens = browser.post(codes, "cancel-aia", "true").tokens();

        assertThat(tokens.signedIn()).isTrue();
        assertThat(tokens.actionStatus()).isEqualTo("cancelled");
        assertThat(types(ada)).containsExactly("password");
    }

    @Test
    void A39_anAdministratorWhoAsksForBothGetsBoth() {
        User ada = TENANT.user();
        ask(ada, KEY, PASSKEY);
        Device laptop = devices.open();
        SecurityKey first = SecurityKey.plugInto(laptop);
        laptop.login(ada).on(BackupCodesPage::new).save();
        laptop.on(KeySetUpPage::new).touch().on(DonePage::new).finish();
        laptop.on(KeySetUpPage::new);
        first.unplug();
        SecurityKey.plugInto(laptop);

        Story.addKey(laptop);

        assertThat(types(ada))
                .containsExactlyInAnyOrder("password", "webauthn", "webauthn-passwordless", "msp-backup-codes");
        assertThat(wishes(ada)).isEqualTo("[]");
    }

    /** The login check comes first, where the user is free to choose an app. */
    @Test
    void A39_whatAnAdministratorAsksForIsNotDoneByAnotherMethod() {
        User ada = TENANT.user();
        TENANT.setPolicy(Policy.required().methods("totp", "webauthn"));
        ask(ada, PASSKEY);
        Device laptop = devices.open().login(ada);
        laptop.on(MethodPage::new).choose("totp").next();
        Story.setUp(laptop);
        laptop.on(DonePage::new).finish();
        SecurityKey.plugInto(laptop);

        Story.addKey(laptop);

        assertThat(types(ada)).contains("otp", "webauthn-passwordless");
        assertThat(wishes(ada)).isEqualTo("[]");
    }

    @Test
    void A39_aPasskeySetUpAtTheLoginCheckIsAlsoTheKeyThatAnAdministratorAskedFor() {
        passkeysAtLogin(true);
        User ada = TENANT.user();
        TENANT.setPolicy(Policy.required().methods("webauthn"));
        ask(ada, KEY, PASSKEY);
        Device laptop = devices.open().login(ada);
        SecurityKey.plugInto(laptop);

        Story.registerKey(laptop);

        assertThat(wishes(ada)).isEqualTo("[]");
    }

    @Test
    void A47_aKeyBesideAnAppKeepsTheCodes() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        Device laptop = withKey().login(ada, "kc_action", KEY);
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());

        Story.addKey(laptop);

        assertThat(types(ada)).contains("otp", "webauthn").containsOnlyOnce("msp-backup-codes");
    }

    /** As Keycloak 26.7 has it: the application is content with a key of this type. */
    @Test
    void A39_skipIfExists() {
        User ada = TENANT.user();
        Device laptop = withKey().login(ada, "kc_action", KEY + ":skip_if_exists");
        Story.registerKey(laptop);
        int stored = types(ada).size();

        laptop.openApp("kc_action", KEY + ":skip_if_exists");

        assertThat(laptop.on(AppPage::new).result().actionStatus()).isEqualTo("success");
        laptop.openApp("kc_action", PASSKEY + ":skip_if_exists")
                .on(KeyPage::new)
                .touch();
        laptop.on(KeySetUpPage::new);
        assertThat(types(ada)).hasSize(stored);
    }

    private Device withKey() {
        Device device = devices.open();
        SecurityKey.plugInto(device);
        return device;
    }

    private static void ask(User user, String... actions) {
        TENANT.changeUser(user, json -> {
            var wishes = json.putArray("requiredActions");
            List.of(actions).forEach(wishes::add);
        });
    }

    private static String wishes(User user) {
        return TENANT.admin().get(TENANT.userPath(user)).path("requiredActions").toString();
    }

    private static List<String> types(User user) {
        return TENANT.credentials(user).findValuesAsText("type");
    }

    private static void passkeysAtLogin(boolean on) {
        TENANT.change(realm -> realm.put("webAuthnPolicyPasswordlessPasskeysEnabled", on));
    }
}
