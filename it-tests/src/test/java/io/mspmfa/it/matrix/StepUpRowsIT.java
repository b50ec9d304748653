// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockTotpSetupPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step-up (level of authentication) continues a session like the SSO cookie, but without saying so. */
class StepUpRowsIT {

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    /** Whoever finds an old session on a laptop can't set up a factor with it. */
    @Test
    void anOldSessionThatMustEnrolIsSentToSignInAgain() {
        Row row = MATRIX.rowFromBefore(scene -> {
            build(scene);
            User ada = scene.isManaged() ? scene.newcomer() : scene.tenant().user();
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(browser.login(ada).signedIn()).isTrue();
            scene.enforce();
            scene.tenant().clock().forward(Duration.ofMinutes(6));
            RawPage page = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2"));
            if (scene.isManaged()) {
                browser.post(page.expect(LoginPage.ID), "username", ada.username(), "password", ada.password())
                        .expect(TotpPage.ID);
            }
            return Loot.of(scene, ada, page);
        });

        row.leadsOnStockTo(StockTotpSetupPage.ID).endsInTheOldSessionAt(LoginPage.ID);
    }

    /** A session that was sufficient at a lower level doesn't get the higher level for free. */
    @Test
    void aStepUpAsksForTheFactor() {
        MATRIX.inManagedRealms(scene -> {
            build(scene);
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(browser.login(ada).signedIn())
                    .as("level 1, before the floor")
                    .isTrue();
            scene.enforce();

            RawPage challenge = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2"))
                    .expect(ChallengePage.ID);
            RawPage app = browser.post(challenge, "code", scene.phone().freshCode());

            assertThat(app.tokens().signedIn()).isTrue();
            assertThat(app.tokens().claim("acr")).isEqualTo("2");
        });
    }

    /** The code of the login counts for as long as the realm has a level remembered, from when it was entered. */
    @Test
    void aStepUpTakesTheCodeOfTheLoginUntilItIsTooOld() {
        MATRIX.inManagedRealms(scene -> {
            build(scene, 300);
            scene.enforce();
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
            TokenResult first =
                    browser.post(challenge, "code", scene.phone().freshCode()).tokens();
            scene.tenant().clock().forward(Duration.ofSeconds(290));

            TokenResult second = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2"))
                    .tokens();
            scene.tenant().clock().forward(Duration.ofSeconds(20));
            RawPage third = browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2"));

            assertThat(first.claim("acr")).isEqualTo("2");
            assertThat(second.claim("acr")).isEqualTo("2");
            third.expect(ChallengePage.ID);
        });
    }

    /** Nor does it count at once where the realm doesn't have the level remembered. */
    @Test
    void aStepUpToALevelThatIsNotRememberedAsksAgain() {
        MATRIX.inManagedRealms(scene -> {
            build(scene);
            scene.enforce();
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
            assertThat(browser.post(challenge, "code", scene.phone().freshCode())
                            .signedIn())
                    .isTrue();
            scene.tenant().clock().forward(Duration.ofSeconds(1));

            browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2")).expect(ChallengePage.ID);
        });
    }

    private static void build(Scene scene) {
        build(scene, 0);
    }

    static void build(Scene scene, int secondsAtLevelTwo) {
        Administrator admin = scene.admin();
        FlowBuilder forms = FlowBuilder.topLevel(admin, "step-up")
                .add("auth-cookie", "ALTERNATIVE")
                .inside("step-up-forms", "ALTERNATIVE");
        level(forms, 1, 36_000).add("auth-username-password-form", "REQUIRED");
        level(forms, 2, secondsAtLevelTwo).add("auth-otp-form", "REQUIRED");
        admin.changeRealm(realm -> realm.put("browserFlow", "step-up")).ok();
    }

    private static FlowBuilder level(FlowBuilder forms, int level, int maxAge) {
        Map<String, String> settings =
                Map.of("loa-condition-level", Integer.toString(level), "loa-max-age", Integer.toString(maxAge));
        return forms.inside("step-up-" + level, "CONDITIONAL")
                .add("conditional-level-of-authentication", "REQUIRED", settings);
    }
}
