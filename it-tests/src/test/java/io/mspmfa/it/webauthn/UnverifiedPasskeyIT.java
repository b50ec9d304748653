// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.SecurityKeyPage;
import io.mspmfa.it.pages.UsernamePage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A realm whose users sign in with a passkey instead of a password, and whose administrator doesn't demand that the
 * passkey verifies its user: whoever finds it on a desk can sign in with it.
 */
class UnverifiedPasskeyIT {

    private static final String OWN = "passkey-instead-of-password";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.off());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void thePasskeyReplacesThePassword() {
        new Flows(TENANT).bindNew("browserFlow", OWN, "auth-username-form", "webauthn-authenticator-passwordless");
    }

    @BeforeEach
    void nothingIsRequired() {
        TENANT.setPolicy(Policy.off());
    }

    @Test
    void A3_whoeverFindsAPasskeyDoesNotGetInWithoutItsPin() {
        verification("discouraged");
        User ada = TENANT.user();
        Device desk = devices.open();
        SecurityKey passkey = SecurityKey.plugInto(desk);
        register(desk, ada);
        passkey.steal();
        passkeyLogin(desk, ada);
        assertThat(desk.on(AppPage::new).result().signedIn())
                .as("where nothing is required")
                .isTrue();
        endSessions(ada);
        TENANT.setPolicy(required());

        passkeyLogin(desk, ada);

        desk.on(KeyPage::new).touch();
        assertThat(desk.on(KeyPage::new).message()).isNotEmpty();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void A3_theOwnerOfAPasskeyIsAskedForThePin() {
        verification("discouraged");
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        register(laptop, ada);
        TENANT.setPolicy(required());
        passkeyLogin(laptop, ada);

        laptop.on(KeyPage::new).touch();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void A3_aPasskeyThatHasVerifiedItsUserIsBothFactors() {
        verification("required");
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        register(laptop, ada);
        TENANT.setPolicy(required());

        passkeyLogin(laptop, ada);

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    private static void verification(String wanted) {
        TENANT.change(realm -> realm.put("webAuthnPolicyPasswordlessUserVerificationRequirement", wanted));
    }

    private static void register(Device device, User user) {
        new Flows(TENANT).bind("browserFlow", "browser");
        device.login(user, "kc_action", "webauthn-register-passwordless");
        SecurityKeyPage.register(device).touch();
        device.on(AppPage::new);
        endSessions(user);
        new Flows(TENANT).bind("browserFlow", OWN);
    }

    private static void passkeyLogin(Device device, User user) {
        device.openApp();
        device.on(UsernamePage::new).submit(user.username());
        SecurityKeyPage.authenticate(device).touch();
    }

    private static void endSessions(User user) {
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
    }

    private static Policy required() {
        return Policy.required().methods("totp", "webauthn");
    }
}
