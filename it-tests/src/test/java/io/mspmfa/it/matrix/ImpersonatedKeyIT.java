// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A tenant's administrator, impersonating a user of whom nothing is required yet but to register a security key, can't do
 * that for the user. The user's own registration is a proof.
 */
class ImpersonatedKeyIT {

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perClass();

    @RegisterExtension
    final Devices devices = new Devices();

    @Test
    void R26_anImpersonatorIsNotAskedToRegisterAKey() {
        MATRIX.inManagedRealms(scene -> {
            nothingIsRequired(scene);
            User ada = scene.tenant().user();
            scene.admin()
                    .change(
                            "/users/" + ada.id(),
                            user -> user.putArray("requiredActions").add("webauthn-register"))
                    .ok();
            Answer impersonated = scene.admin().post("/users/" + ada.id() + "/impersonation", "{}");
            Device laptop = devices.open(Look.DESKTOP, scene.tenant()).take(impersonated.ok());

            laptop.openApp();

            assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
            assertThat(scene.tenant().hasCredential(ada, "webauthn")).isFalse();
        });
    }

    @Test
    void R26_aKeyThatItsOwnerRegistersIsAProof() {
        MATRIX.inManagedRealms(scene -> {
            nothingIsRequired(scene);
            User ada = scene.tenant().user();
            Device laptop = devices.open(Look.DESKTOP, scene.tenant());

            registerKey(laptop.login(ada, "kc_action", "webauthn-register"));

            TokenResult tokens = laptop.on(AppPage::new).result();
            requireMfa(scene);
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
        });
    }

    private static void registerKey(Device laptop) {
        SecurityKey.plugInto(laptop);
        Story.registerKey(laptop);
    }

    private static void nothingIsRequired(Scene scene) {
        scene.tenant().setPolicy(Policy.optional().methods("totp", "webauthn"));
    }

    /** By a script, since a policy that is set through REST lets older sessions go on. */
    private static void requireMfa(Scene scene) {
        Policy required = Policy.required().methods("totp", "webauthn");
        scene.tenant().probe().setRealmAttribute(Tenant.POLICY, required.toString());
    }
}
