// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockTotpSetupPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attacker who knows a password tries different addresses (V8, A13, A14, P12, P29, P32). */
class PasswordThiefRowsIT {

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    /** The tenant's flow asks for the password only, and all required actions can be started by address. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE_PASSWORD, " + UpdatePasswordPage.ID,
        "CONFIGURE_TOTP, " + StockTotpSetupPage.ID,
        "UPDATE_EMAIL, login-update-email"
    })
    void A14_noActionStartedByAddressComesBeforeTheChallenge(String action, String stockPage) {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    openActions(scene);
                    return scene.passwordLogin(victim, "kc_action", action);
                })
                .leadsOnStockTo(stockPage)
                .endsAt(ChallengePage.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_PASSWORD, " + UpdatePasswordPage.ID,
        "CONFIGURE_TOTP, " + StockTotpSetupPage.ID,
        "UPDATE_EMAIL, login-update-email"
    })
    void A14_noPendingActionComesBeforeTheChallenge(String action, String stockPage) {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    openActions(scene);
                    scene.tenant()
                            .changeUser(
                                    victim,
                                    user -> user.putArray("requiredActions").add(action));
                    return scene.passwordLogin(victim);
                })
                .leadsOnStockTo(stockPage)
                .endsAt(ChallengePage.ID);
    }

    /** Keycloak skips a pending action if it is also requested by address and doesn't support that. */
    @Test
    void P32_theLoginCheckIsRequestedByAddress() {
        matrix.row(scene -> {
                    if (scene.isManaged()) {
                        return scene.passwordLogin(scene.newcomer(), "kc_action", "msp-mfa");
                    }
                    String terms = "TERMS_AND_CONDITIONS";
                    scene.admin()
                            .changeAction(terms, action -> action.put("enabled", true))
                            .ok();
                    User user = scene.tenant().user();
                    scene.tenant()
                            .changeUser(
                                    user,
                                    json -> json.putArray("requiredActions").add(terms));
                    assertThat(new RawBrowser(scene.tenant()).login(user).id()).isEqualTo("login-terms");
                    return scene.passwordLogin(user, "kc_action", terms);
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P32_theLoginCheckIsCancelled(boolean hasApp) {
        matrix.row(scene -> {
                    User user = hasApp ? scene.victim() : scene.newcomer();
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage page = thief.login(user, "kc_action", scene.floorAction());
                    return Loot.of(scene, user, thief.post(page, "cancel-aia", "true"));
                })
                .failsOnStockToo()
                .endsAt(hasApp ? ChallengePage.ID : TotpPage.ID);
    }

    @Test
    void P12_restart() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage page = thief.login(victim).expect(scene.codePage());
                    return Loot.of(scene, victim, thief.get(toRestart(page)));
                })
                .failsOnStockToo()
                .endsAt(LoginPage.ID);
    }

    /** What was proved before the restart is not carried over. */
    @Test
    void P12_restartAfterTheCodeAndTheOldPage() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.tenant()
                            .changeUser(
                                    victim,
                                    user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage code = thief.login(victim).expect(scene.codePage());
                    RawPage update = thief.post(
                                    code,
                                    scene.isManaged() ? "code" : "otp",
                                    scene.phone().freshCode())
                            .expect(UpdatePasswordPage.ID);
                    RawPage login = thief.get(toRestart(update)).expect(LoginPage.ID);
                    return Loot.of(
                            scene,
                            victim,
                            thief.post(login, "username", victim.username(), "password", victim.password()));
                })
                .failsOnStockToo()
                .endsAt(ChallengePage.ID);
    }

    /** Keycloak's consent page accepts a post without a code, and finishes any login whose user is known. */
    @Test
    void A14_theConsentPageInTheMiddleOfALogin() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    openActions(scene);
                    demand(scene, victim, "UPDATE_PASSWORD");
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage page =
                            thief.login(victim).expect(scene.isManaged() ? ChallengePage.ID : UpdatePasswordPage.ID);
                    return Loot.of(scene, victim, thief.post(page.consent(), Form.of("accept", "Yes")));
                })
                .worksOnStock()
                .endsAt(KeycloakErrorPage.ID);
    }

    /** The attacker had a code too, and waits after the challenge while a reset is meant to lock them out. */
    @Test
    void P12_theFactorIsResetInTheMiddleOfALogin() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    demand(scene, victim, "UPDATE_PROFILE");
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage code = thief.login(victim).expect(scene.codePage());
                    RawPage profile = thief.post(
                                    code,
                                    scene.isManaged() ? "code" : "otp",
                                    scene.phone().freshCode())
                            .expect("login-login-update-profile");
                    scene.reset(victim);
                    return Loot.of(
                            scene,
                            victim,
                            thief.post(
                                    profile,
                                    "username",
                                    victim.username(),
                                    "email",
                                    victim.email(),
                                    "firstName",
                                    "Ada",
                                    "lastName",
                                    "Lovelace"));
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    @Test
    void P29_secondTab() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    thief.login(victim).expect(scene.codePage());
                    return Loot.of(scene, victim, thief.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT)));
                })
                .failsOnStockToo()
                .endsAt(LoginPage.ID);
    }

    @Test
    void A13_promptNoneWhileTheCodeIsAsked() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    thief.login(victim).expect(scene.codePage());
                    return Loot.of(scene, victim, thief.get(TestApp.loginUri(scene.tenant(), "prompt", "none")));
                })
                .failsOnStockToo()
                .endsAt("login_required", "interaction_required");
    }

    /** The flow no longer asks for a code, so that stock Keycloak has nothing before its actions. */
    private static void openActions(Scene scene) {
        scene.admin().disableStep("browser", "Browser - Conditional 2FA");
        scene.admin()
                .changeAction("UPDATE_EMAIL", action -> action.put("enabled", true))
                .ok();
    }

    private static void demand(Scene scene, User user, String action) {
        scene.tenant().changeUser(user, json -> json.putArray("requiredActions").add(action));
    }

    private static URI toRestart(RawPage page) {
        return URI.create(page.uri().toString().replaceFirst("/login-actions/[a-z-]+", "/login-actions/restart"));
    }
}
