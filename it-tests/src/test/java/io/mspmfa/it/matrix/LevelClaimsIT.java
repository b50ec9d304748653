// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.email.EmailStory;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Levels of authentication in tokens (acr) and in assertions (AuthnContext). */
class LevelClaimsIT {
    private static final String MFA = "https://refeds.org/profile/mfa";
    private static final String ESSENTIAL = "{\"id_token\": {\"acr\": {\"essential\": true, \"values\": [\"2\"]}}}";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    /** Keycloak's default flow has no levels; the realm's mapping gives the second factor one. */
    @Test
    void aRealmThatMapsMfaToALevelGetsItWithoutLevelsInItsFlow() {
        MATRIX.inManagedRealms(scene -> {
            map(scene, "{\"mfa\": 2}", "{\"mfa\": \"" + MFA + "\"}");
            scene.enforce();
            User ada = scene.victim();
            Phone phone = scene.phone();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
            TokenResult tokens =
                    browser.post(challenge, "code", phone.freshCode()).tokens();
            scene.tenant().clock().forward(Duration.ofSeconds(2));
            TokenResult later = browser.get(TestApp.loginUri(scene.tenant())).tokens();

            RawPage again = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "mfa"));
            RawPage asked = browser.post(again.expect(LoginPage.ID), "password", ada.password());
            RawPage app = browser.post(asked.expect(ChallengePage.ID), "code", phone.freshCode());

            assertThat(tokens.claim("acr")).isEqualTo("mfa");
            assertThat(later.claim("acr"))
                    .as("nothing was asked, as Keycloak has it")
                    .isEqualTo("0");
            assertThat(app.tokens().claim("acr")).isEqualTo("mfa");
        });
    }

    @Test
    void anAssertionSaysSoToo() {
        MATRIX.inManagedRealms(scene -> {
            map(scene, "{\"mfa\": 2}", "{\"mfa\": \"" + MFA + "\"}");
            SamlApp app = SamlApp.withAuthnContext(scene);
            String before = assertion(scene, app, scene.tenant().user(), scene.phone());
            scene.enforce();

            String response = assertion(scene, app, scene.victim(), scene.phone());

            assertThat(before).contains("AuthnContextClassRef").doesNotContain(MFA);
            assertThat(response).contains("AuthnContextClassRef>" + MFA + "<");
        });
    }

    @Test
    void theCodeOfTheLoginCheckReachesTheLevelOfTheFlow() {
        MATRIX.inManagedRealms(scene -> {
            map(scene, "{\"silver\": 1, \"gold\": 2}", "{\"gold\": \"" + MFA + "\"}");
            StepUpRowsIT.build(scene, 300);
            SamlApp app = SamlApp.withAuthnContext(scene);
            scene.enforce();
            User ada = scene.victim();
            Phone phone = scene.phone();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = browser.login(ada).expect(ChallengePage.ID);

            TokenResult tokens =
                    browser.post(challenge, "code", phone.freshCode()).tokens();

            assertThat(tokens.claim("acr")).isEqualTo("gold");
            assertThat(assertion(scene, app, ada, phone)).contains(MFA);
        });
    }

    /** The flow takes the code for one of an app, and would let the login have the level. */
    @Test
    void R19_aCodeByEmailReachesNoLevelEvenIfTheFlowAsks() {
        Mailbox mailbox = new Mailbox();
        MATRIX.inManagedRealms(scene -> {
            StepUpRowsIT.build(scene, 300);
            mailbox.servesFor(scene.tenant());
            scene.tenant()
                    .setFloor(Policy.required()
                            .methods("email", "totp")
                            .defaultMethod("email")
                            .notifyByEmail(false));
            User ada = enrolled(scene, mailbox);
            scene.giveApp(ada); // without one, the flow would have her set one up

            RawPage app = signIn(scene, mailbox, ada, "acr_values", "2");
            RawPage refused = signIn(scene, mailbox, ada, "claims", ESSENTIAL);

            assertThat(app.tokens().claim("acr")).isEqualTo("1");
            assertThat(refused.id()).as(refused.text()).isEqualTo("login-error");
        });
    }

    /** Of whom the policy asks nothing, the step for codes asks nothing either, and the flow takes it for passed. */
    @Test
    void aStepThatHasAskedForNothingReachesNoLevel() {
        MATRIX.inManagedRealms(scene -> {
            StepUpRowsIT.build(scene, 300);
            User ada = scene.victim();
            scene.tenant().setFloor(Policy.off());
            RawBrowser browser = new RawBrowser(scene.tenant());

            RawPage app = browser.login(ada, "acr_values", "2");
            RawPage later = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2"));
            RawPage refused = new RawBrowser(scene.tenant()).login(ada, "claims", ESSENTIAL);

            assertThat(app.tokens().claim("acr")).isEqualTo("1");
            assertThat(later.tokens().claim("acr")).as("nor is it remembered").isEqualTo("1");
            assertThat(refused.id()).as(refused.text()).isEqualTo("login-error");
        });
    }

    private static User enrolled(Scene scene, Mailbox mailbox) {
        User ada = scene.tenant().user();
        try {
            new EmailStory(scene.tenant(), mailbox).enrol(ada);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return ada;
    }

    private static RawPage signIn(Scene scene, Mailbox mailbox, User user, String... parameters) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage challenge = browser.login(user, parameters).expect(ChallengePage.ID);
        return browser.post(challenge, "code", mailbox.codeTo(user));
    }

    /** The response that a new browser gets for the password and, if it is asked for, a code. */
    private static String assertion(Scene scene, SamlApp app, User user, Phone phone) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage login = browser.get(app.spInitiated()).expect(LoginPage.ID);
        RawPage page = browser.post(login, "username", user.username(), "password", user.password());
        if (page.id().equals(ChallengePage.ID)) {
            page = browser.post(page, "code", phone.freshCode());
        }
        return SamlApp.response(page.expect(SamlApp.POST_PAGE));
    }

    private static void map(Scene scene, String levels, String addresses) {
        scene.tenant().change(realm -> {
            ObjectNode attributes = realm.withObjectProperty("attributes");
            Map.of("acr.loa.map", levels, "acr.uri.map", addresses).forEach(attributes::put);
        });
    }
}
