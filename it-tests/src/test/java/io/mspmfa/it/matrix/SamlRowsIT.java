// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SAML apps: no assertion is issued without the factor, whoever started the login. */
class SamlRowsIT {

    private static final String ERROR = "login-error";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    /** Who starts the login. */
    enum Start {
        BY_SERVICE_PROVIDER,
        BY_IDENTITY_PROVIDER;

        URI of(SamlApp app) {
            return this == BY_SERVICE_PROVIDER ? app.spInitiated() : app.idpInitiated();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThroughAFlowWithoutOtp(Start start) {
        MATRIX.row(scene -> passwordLogin(scene, scene.victim(), start))
                .worksOnStock()
                .endsAt(ChallengePage.ID);
        MATRIX.row(scene -> passwordLogin(scene, scene.newcomer(), start)).endsAt(TotpPage.ID);
    }

    /** The last line of defence: neither the flow nor the login check asks, and the gate still sees no proof. */
    @ParameterizedTest
    @EnumSource
    void theGateRefusesIfTheLoginCheckWasLost(Start start) {
        MATRIX.row(scene -> {
                    User victim = scene.victim();
                    if (scene.isManaged()) {
                        scene.tenant().probe().loseRequiredAction(scene.floorAction());
                    }
                    return passwordLogin(scene, victim, start);
                })
                .worksOnStock()
                .endsAt(SamlApp.POST_PAGE, ChallengePage.ID);
    }

    /** The service provider gets an answer, and the log no stack trace. */
    @Test
    void theGateTellsTheServiceProviderWhy() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User ada = scene.newcomer();
            SamlApp app = SamlApp.of(scene);
            scene.tenant().probe().loseRequiredAction(scene.floorAction());
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage login = browser.get(app.spInitiated()).expect(LoginPage.ID);
            int logStart = scene.tenant().server().log().length();

            RawPage end = browser.post(login, "username", ada.username(), "password", ada.password());

            assertThat(scene.tenant().server().log().substring(logStart)).doesNotContain("at io.mspmfa.providers.gate");
            assertThat(SamlApp.response(end)).contains("status:Responder", "status:NoAuthnContext", "second factor");
            assertThat(SamlApp.hasAssertion(end)).isFalse();
            assertThat(scene.tenant().sessions(ada)).isZero();
        });
    }

    /** An encrypted response can't do without an assertion: there is Keycloak's error page instead. */
    @Test
    void theGateRefusesAnEncryptedResponse() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User ada = scene.newcomer();
            SamlApp app = SamlApp.encrypted(scene);
            scene.tenant().probe().loseRequiredAction(scene.floorAction());
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage login = browser.get(app.spInitiated()).expect(LoginPage.ID);

            RawPage end = browser.post(login, "username", ada.username(), "password", ada.password());

            end.expect(ERROR);
            assertThat(scene.tenant().sessions(ada)).isZero();
        });
    }

    /** Keycloak's flow for clients that are not browsers supports passwords only. */
    @Test
    void theProfileForClientsThatAreNotBrowsers() {
        MATRIX.row(scene -> {
                    User victim = scene.victim();
                    Answer answer = SamlApp.forEcp(scene).ecp(victim);
                    boolean in = answer.body().contains("Assertion ")
                            || answer.body().contains("EncryptedAssertion");
                    String where = answer.body().contains("NoPassive") ? "NoPassive" : "status " + answer.status();
                    return new Loot(in, scene.tenant().sessions(victim), where, answer.body());
                })
                .worksOnStock()
                .endsAt("NoPassive");
    }

    /** The answer names no reason that anybody would understand, so the event does. */
    @Test
    void theProfileForClientsThatAreNotBrowsersIsReported() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User victim = scene.victim();
            SamlApp.forEcp(scene).ecp(victim);

            assertThat(scene.tenant().events().of(victim, "LOGIN_ERROR"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.path("error").asText()).isEqualTo("msp_mfa_required");
                        assertThat(event.path("details").path("reason").asText())
                                .contains("SAML client without pages");
                    });
        });
    }

    @ParameterizedTest
    @EnumSource
    void withTheFactorTheAssertionArrives(Start start) {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage login = browser.get(start.of(SamlApp.of(scene))).expect(LoginPage.ID);
            RawPage challenge = browser.post(login, "username", ada.username(), "password", ada.password())
                    .expect(ChallengePage.ID);

            RawPage end = browser.post(challenge, "code", scene.phone().freshCode());

            assertThat(SamlApp.hasAssertion(end)).as(end.text()).isTrue();
            RawPage another = browser.get(start.of(SamlApp.of(scene)));
            assertThat(SamlApp.hasAssertion(another))
                    .as("by SSO: %s", another.text())
                    .isTrue();
        });
    }

    /** Whoever finds an old session on a laptop can't set up a factor with it. */
    @ParameterizedTest
    @EnumSource
    void anOldSessionThatMustEnrolSignsInAgain(Start start) {
        MATRIX.inManagedRealms(scene -> {
            SamlApp app = SamlApp.of(scene);
            User ada = scene.newcomer();
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(browser.login(ada).signedIn()).isTrue();
            scene.enforce();
            scene.tenant().clock().forward(Duration.ofMinutes(6));

            RawPage login = browser.get(start.of(app)).expect(LoginPage.ID);
            RawPage scan = browser.post(login, "username", ada.username(), "password", ada.password())
                    .expect(TotpPage.ID);
            RawPage end = enrol(scene, browser, scan);

            assertThat(SamlApp.hasAssertion(end)).as(end.id() + end.text()).isTrue();
        });
    }

    @Test
    void aProvenSessionOfAnOidcAppIsEnoughForSaml() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User ada = scene.newcomer();
            RawBrowser browser = new RawBrowser(scene.tenant());
            Story.enrol(scene.tenant(), ada, browser);

            assertThat(SamlApp.hasAssertion(browser.get(SamlApp.of(scene).spInitiated())))
                    .isTrue();
        });
    }

    static Loot passwordLogin(Scene scene, User user, Start start) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage login = browser.get(start.of(SamlApp.withPasswordOnly(scene))).expect(LoginPage.ID);
        return SamlApp.loot(scene, user, browser.post(login, "username", user.username(), "password", user.password()));
    }

    private static RawPage enrol(Scene scene, RawBrowser browser, RawPage scan) {
        Phone phone = Phone.typeIn(scan.key(), scene.tenant().clock());
        RawPage shown = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = browser.post(shown, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);
        List<String> pair = phone.pair();
        RawPage done = browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");
        return browser.post(done.expect(DonePage.ID), "finish", "true");
    }
}
