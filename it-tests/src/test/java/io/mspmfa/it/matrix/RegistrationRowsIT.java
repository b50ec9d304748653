// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users who register themselves get no session without a second factor. */
class RegistrationRowsIT {

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    @Test
    void selfRegistration() {
        MATRIX.row(RegistrationRowsIT::register).worksOnStock().endsAt(LoginPage.ID);
    }

    static Loot register(Scene scene) {
        scene.admin().changeAction("CONFIGURE_TOTP", action -> action.put("defaultAction", false));
        scene.admin()
                .changeRealm(realm -> realm.put("registrationAllowed", true))
                .ok();
        Tenant tenant = scene.tenant();
        RawBrowser browser = new RawBrowser(tenant);
        URI registration = URI.create(TestApp.loginUri(tenant).toString().replace("/auth?", "/registrations?"));
        RawPage form = browser.get(registration).expect("login-register");
        RawPage after = browser.post(
                form,
                "username",
                "grace",
                "email",
                "grace@acme.test",
                "firstName",
                "Grace",
                "lastName",
                "Hopper",
                "password",
                "correct horse battery staple",
                "password-confirm",
                "correct horse battery staple");
        String id = tenant.admin()
                .get("/" + tenant.name() + "/users?username=grace")
                .path(0)
                .path("id")
                .asText();
        assertThat(id).as(after.text()).isNotEmpty();
        return Loot.of(scene, new User(id, "grace", "grace@acme.test", "correct horse battery staple"), after);
    }
}
