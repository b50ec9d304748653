// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DeleteCredentialPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.User;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A factor is planted, removed, or made easy to guess (A51, V15, R7, R8, R9). */
class CredentialRowsIT {

    private static final String CHOSEN = "attackerchosensecret";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R7_setUpWithAKeyChosenByTheBrowser(boolean askedFor) {
        matrix.row(scene -> {
                    User newcomer = scene.newcomer();
                    RawBrowser thief = new RawBrowser(scene.tenant());
                    RawPage page =
                            askedFor ? thief.login(newcomer, "kc_action", "CONFIGURE_TOTP") : thief.login(newcomer);
                    RawPage end = thief.post(page.expect(scene.setUpPage()).action(), planted(scene, page));
                    boolean isPlanted = scene.tenant()
                            .probe()
                            .storedCredentials(newcomer.username())
                            .toString()
                            .contains(CHOSEN);
                    assertThat(isPlanted).isEqualTo(!scene.isManaged());
                    return Loot.of(scene, newcomer, end);
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    @Test
    void A51_V15_deletedThroughTheAccountApi() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    TokenResult stolen = scene.honestLogin(new RawBrowser(scene.tenant()), victim);
                    Http.to(scene.tenant().uri("/account/credentials/" + appOf(scene, victim)))
                            .bearer(stolen.require("access_token"))
                            .header("Accept", "application/json") // otherwise, it is a page of the account console
                            .delete();
                    return withoutApp(scene, victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void A51_V15_deletedThroughAnActionInTheBrowser() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    RawBrowser open = new RawBrowser(scene.tenant());
                    RawPage code = open.login(victim, "kc_action", "delete_credential:" + appOf(scene, victim))
                            .expect(scene.codePage());
                    RawPage page = open.post(
                            code,
                            scene.isManaged() ? "code" : "otp",
                            scene.phone().freshCode());
                    if (page.id().equals(DeleteCredentialPage.ID)) {
                        open.post(page, "accept", "true");
                    }
                    return withoutApp(scene, victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    /** The tenant's administrator makes codes valid for hours. */
    @Test
    void R8_theTimeWindowIsWidened() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin()
                            .changeRealm(realm -> realm.put("otpPolicyLookAheadWindow", 1000))
                            .ok();
                    return loginWith(scene, victim, scene.phone().code(-100));
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    /** The tenant's administrator allows codes to be reused. */
    @Test
    void R9_codesAreMadeReusable() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin()
                            .changeRealm(realm -> realm.put("otpPolicyCodeReusable", true))
                            .ok();
                    String seen = codeOfNow(scene);
                    assertThat(loginWith(scene, victim, seen).tokens()).isTrue();
                    scene.signOut(victim);
                    return loginWith(scene, victim, seen);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    /** The same for the password grant, with Keycloak's own flow on both sides. */
    @Test
    void R9_codesAreMadeReusableForThePasswordGrant() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin()
                            .changeRealm(realm -> realm.put("otpPolicyCodeReusable", true))
                            .ok();
                    String seen = codeOfNow(scene);
                    assertThat(TestApp.passwordGrant(scene.tenant(), victim, "totp", seen)
                                    .signedIn())
                            .isTrue();
                    scene.signOut(victim);
                    return Loot.of(scene, victim, TestApp.passwordGrant(scene.tenant(), victim, "totp", seen));
                })
                .worksOnStock()
                .endsAt("invalid_grant");
    }

    /** Everything that the page's form would send, with the attacker's own key and code. */
    private static Form planted(Scene scene, RawPage page) {
        Map<String, String> fields = page.fields();
        Phone phone = Phone.withStockSecret(CHOSEN, scene.tenant().clock());
        fields.put("totpSecret", CHOSEN);
        fields.put("totp", phone.code(0));
        fields.put("otp1", phone.code(0));
        fields.put("otp2", phone.code(1));
        fields.put("userLabel", "Phone");
        Form form = new Form();
        fields.forEach(form::add);
        return form;
    }

    /** The codes of stock Keycloak follow the machine's clock, whatever the server's says (TimeBasedOTP). */
    private static String codeOfNow(Scene scene) {
        if (scene.isManaged()) {
            scene.tenant().clock().toFreshStep();
        }
        return scene.phone().code(0);
    }

    private static Loot loginWith(Scene scene, User user, String code) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage page = browser.login(user).expect(scene.codePage());
        return Loot.of(scene, user, browser.post(page, scene.isManaged() ? "code" : "otp", code));
    }

    /** Checks whether the password is enough, now that the app should have been removed. */
    private static Loot withoutApp(Scene scene, User user) {
        scene.signOut(user);
        return scene.passwordLogin(user);
    }

    private static String appOf(Scene scene, User user) {
        return scene.admin().idOfCredential(user, "otp");
    }
}
