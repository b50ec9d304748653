// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own pages that set up a factor follow the same rules as ours (R26, R29). */
class BuiltInDoorRowsIT {
    private static final String CODES = "CONFIGURE_RECOVERY_AUTHN_CODES";
    private static final String KEY = "webauthn-register";
    private static final String PASSKEY = "webauthn-register-passwordless";
    private static final String APP = "CONFIGURE_TOTP";
    private static final String INFO = "login-info";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    /** An identity provider vouches for the login, but not for a change of the user's factors. */
    @ParameterizedTest
    @ValueSource(strings = {CODES, KEY, PASSKEY, APP})
    void R26_aUserWithAFactorIsAskedForItFirst(String action) {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            User account = home.linkedTo(ada);
            RawBrowser browser = new RawBrowser(scene.tenant());

            RawPage challenge =
                    home.signIn(browser, account, "kc_action", action).expect(ChallengePage.ID);
            RawPage page = browser.post(challenge, "code", scene.phone().freshCode());

            assertThat(page.id()).as(page.text()).isNotEqualTo(ChallengePage.ID);
            assertThat(page.atApp()).as(page.text()).isFalse();
        });
    }

    /** The tenant opens the door for a day. */
    @ParameterizedTest
    @ValueSource(strings = {CODES, KEY, PASSKEY, APP})
    void R26_anOldLoginSetsUpNothing(String action) {
        matrix.rowFromBefore(scene -> {
                    if (scene.isManaged()) {
                        scene.tenant().setFloor(Policy.optional());
                    }
                    scene.admin()
                            .put(
                                    "/authentication/required-actions/" + action + "/config",
                                    "{\"config\": {\"max_auth_age\": \"86400\""
                                            + (action.equals(CODES) ? ", \"warning_threshold\": \"4\"}}" : "}}"))
                            .ok();
                    User ada = scene.tenant().user();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    RawPage app = browser.login(ada);
                    assertThat(app.signedIn()).as(app.id() + app.text()).isTrue();
                    scene.tenant().clock().forward(Duration.ofMinutes(6));
                    RawPage page = browser.get(TestApp.loginUri(scene.tenant(), "kc_action", action));
                    scene.tenant().admin().post(scene.tenant().userPath(ada) + "/logout", "{}");
                    return Loot.of(scene, ada, page);
                })
                .endsAt(LoginPage.ID);
    }

    /** Somebody asked the user for it; an impersonator may look around, and the wish stays. */
    @ParameterizedTest
    @ValueSource(strings = {CODES, KEY, PASSKEY, APP})
    void R26_anImpersonatorSetsUpNothing(String action) {
        matrix.inManagedRealms(scene -> {
            scene.tenant().setFloor(Policy.optional());
            User ada = wishedFor(scene, action);
            RawBrowser browser = new RawBrowser(scene.tenant());
            browser.take(scene.admin()
                    .post("/users/" + ada.id() + "/impersonation", "{}")
                    .ok());

            assertThat(browser.get(TestApp.loginUri(scene.tenant())).signedIn()).isTrue();
            assertThat(wishes(scene, ada)).contains(action);
            assertThat(new RawBrowser(scene.tenant()).login(ada).atApp()).isFalse();
        });
    }

    /** The e-mail's reader sets up nothing, is told so, and the owner is asked at the next login. */
    @ParameterizedTest
    @ValueSource(strings = {CODES, KEY, PASSKEY, APP})
    void R29_whatAnEmailAsksForStaysForTheNextLogin(String action) {
        matrix.inManagedRealms(scene -> {
            scene.tenant().setFloor(Policy.optional());
            User ada = scene.tenant().user();
            MailHolder holder = new MailHolder(scene, ada);

            RawPage end = holder.openElsewhere(holder.actionsLink("UPDATE_PASSWORD", action));

            assertThat(end.expect(INFO).text()).contains("not set up yet", "next time you sign in");
            assertThat(holder.knowsPassword()).isTrue();
            assertThat(scene.tenant().credentials(ada).findValuesAsText("type")).containsOnly("password");
            assertThat(wishes(scene, ada)).contains(action);
        });
    }

    private static User wishedFor(Scene scene, String action) {
        User user = scene.tenant().user();
        scene.tenant().changeUser(user, json -> json.putArray("requiredActions").add(action));
        return user;
    }

    private static String wishes(Scene scene, User user) {
        JsonNode json = scene.tenant().admin().get(scene.tenant().userPath(user));
        return json.path("requiredActions").toString();
    }
}
