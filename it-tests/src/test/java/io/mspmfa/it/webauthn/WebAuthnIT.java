// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.SecurityKeyPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Security keys, which Keycloak asks for in its own flow: they count if the policy allows the method. */
class WebAuthnIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeAll
    static void theFlowAsksForKeys() {
        new Flows(TENANT).require("browser", "webauthn-authenticator", "ALTERNATIVE");
    }

    @BeforeEach
    void optional() {
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void A3_aKeyIsASecondFactorIfThePolicyAllowsIt() {
        var ada = TENANT.user();
        Device laptop = withKey(ada);
        TENANT.setPolicy(Policy.required().methods("totp", "webauthn"));

        loginWithKey(laptop, ada);

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(TENANT.events().of(ada, "LOGIN").get(0).path("details").path("msp_mfa_method"))
                .hasToString("\"webauthn\"");
        laptop.openApp("prompt", "none");
        assertThat(laptop.on(AppPage::new).result().signedIn())
                .as("by the cookie, too")
                .isTrue();
    }

    @Test
    void A3_aKeyIsNotASecondFactorIfThePolicyDoesNotAllowIt() {
        var ada = TENANT.user();
        Device laptop = withKey(ada);
        TENANT.setPolicy(Policy.required());

        loginWithKey(laptop, ada);

        laptop.on(TotpPage::new);
    }

    @Test
    void R26_nobodyCanRemoveAKeyIfAFactorIsRequired() {
        var ada = TENANT.user();
        Device laptop = withKey(ada);
        String id = keyOf(ada).path("id").asText();
        TENANT.setPolicy(Policy.required().methods("totp", "webauthn"));
        loginWithKey(laptop, ada);
        laptop.on(AppPage::new);

        laptop.openApp("kc_action", "delete_credential:" + id);

        assertThat(keyOf(ada).path("id").asText()).isEqualTo(id);
    }

    /** A device whose key was registered before anything was required. */
    private Device withKey(User user) {
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(user, "kc_action", "webauthn-register");
        SecurityKeyPage.register(laptop).touch();
        laptop.on(AppPage::new);
        assertThat(TENANT.hasCredential(user, "webauthn")).isTrue();
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
        return laptop;
    }

    private static void loginWithKey(Device laptop, User user) {
        laptop.login(user);
        SecurityKeyPage.authenticate(laptop).touch();
    }

    private static JsonNode keyOf(User user) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("webauthn")) {
                return credential;
            }
        }
        throw new AssertionError("No key");
    }
}
