// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockTotpSetupPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Administrators who impersonate a user. Keycloak's own REST call creates the session before anyone can object; the
 * session is worthless until it yields a token.
 */
class ImpersonationRowsIT {

    private static final String DENIED = "access_denied";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    @Test
    void ofAUserWithAFactor() {
        MATRIX.row(scene -> impersonate(scene, scene.victim())).worksOnStock().endsAt(ChallengePage.ID);
    }

    @Test
    void ofAUserWithoutFactor() {
        MATRIX.row(scene -> {
                    User newcomer = scene.newcomer();
                    scene.tenant().changeUser(newcomer, user -> user.putArray("requiredActions"));
                    return impersonate(scene, newcomer);
                })
                .worksOnStock()
                .endsAt(DENIED, "login-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIGURE_TOTP", "msp-mfa", "msp-mfa-setup", "msp-mfa-manage"})
    void nobodyEnrolsForAnImpersonatedUser(String action) {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User newcomer = scene.newcomer();
            RawBrowser browser = asTenantAdmin(scene, newcomer);

            RawPage page = browser.get(TestApp.loginUri(scene.tenant(), "kc_action", action));
            if (page.id().equals(ManagePage.ID)) {
                page = browser.post(page, "action", "enable");
            }

            assertThat(page.id()).as(page.text()).isNotIn(TotpPage.ID, StockTotpSetupPage.ID);
            assertThat(page.signedIn()).isFalse();
            assertThat(scene.tenant().hasCredential(newcomer, "otp")).isFalse();
        });
    }

    @Test
    void onStockKeycloakAnImpersonatorEnrolsForTheUser() {
        Scene scene = MATRIX.stock();
        scene.enforce();
        User newcomer = scene.newcomer();

        asTenantAdmin(scene, newcomer).get(TestApp.loginUri(scene.tenant())).expect(StockTotpSetupPage.ID);
    }

    @Test
    void impersonationByAMasterAdministratorWorksAndIsRecorded() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            for (User user : new User[] {scene.victim(), scene.newcomer()}) {
                RawBrowser browser = new RawBrowser(scene.tenant());
                Answer answer = scene.tenant().admin().tryPost(scene.tenant().userPath(user) + "/impersonation", "{}");
                browser.take(answer.ok());

                TokenResult tokens =
                        browser.get(TestApp.loginUri(scene.tenant())).tokens();

                assertThat(tokens.signedIn()).as(tokens.body().toString()).isTrue();
                assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
                JsonNode event =
                        scene.tenant().events().of(user, "IMPERSONATE").get(0).path("details");
                assertThat(event.path("impersonator_realm").asText()).isEqualTo("master");
            }
        });
    }

    @Test
    void impersonationByAMasterAdministratorCannotEnrol() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User newcomer = scene.newcomer();
            RawBrowser browser = new RawBrowser(scene.tenant());
            browser.take(scene.tenant()
                    .admin()
                    .tryPost(scene.tenant().userPath(newcomer) + "/impersonation", "{}")
                    .ok());

            RawPage page = browser.get(TestApp.loginUri(scene.tenant(), "kc_action", "msp-mfa-setup"));

            page.expect(LoginPage.ID);
            assertThat(scene.tenant().hasCredential(newcomer, "otp")).isFalse();
        });
    }

    /** The attack, without counting the session that Keycloak's REST call always leaves. */
    static Loot impersonate(Scene scene, User victim) {
        Tenant tenant = scene.tenant();
        RawPage page = asTenantAdmin(scene, victim).get(TestApp.loginUri(tenant));
        Loot loot = Loot.of(scene, victim, page);
        for (JsonNode session : tenant.admin().get(tenant.userPath(victim) + "/sessions")) {
            boolean entered = scene.isManaged() && !session.path("clients").isEmpty();
            assertThat(entered).as("apps entered: %s", session).isFalse();
        }
        return new Loot(loot.tokens(), 0, loot.where(), loot.text());
    }

    static RawBrowser asTenantAdmin(Scene scene, User victim) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        browser.take(scene.admin()
                .post("/users/" + victim.id() + "/impersonation", "{}")
                .ok());
        return browser;
    }
}
