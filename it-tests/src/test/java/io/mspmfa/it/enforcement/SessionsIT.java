// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When an existing session spares the user the second factor, and when it doesn't. */
class SessionsIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    private RawBrowser browser = new RawBrowser(TENANT);

    @BeforeEach
    void newBrowser() {
        TENANT.setPolicy(Policy.required());
        browser = new RawBrowser(TENANT);
    }

    @Test
    void A13_singleSignOnToASecondAppDoesNotAskAgain() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        signIn(ada, enrolled);

        TokenResult other =
                browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).tokens();

        assertThat(other.signedIn()).isTrue();
    }

    @Test
    void A13_promptNoneAndRefreshWorkForAProvenSession() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        TokenResult tokens = signIn(ada, enrolled);

        assertThat(browser.get(TestApp.loginUri(TENANT, "prompt", "none")).signedIn())
                .isTrue();
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isTrue();
    }

    @Test
    void K1_promptLoginAsksForPasswordAndCodeOnceMore() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        signIn(ada, enrolled);

        RawPage login = browser.get(TestApp.loginUri(TENANT, "prompt", "login")).expect(LoginPage.ID);
        RawPage challenge = browser.post(login, "password", ada.password()).expect(ChallengePage.ID);

        assertThat(browser.post(challenge, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    @Test
    void K1_maxAgeAsksForPasswordAndCodeOnceMore() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        signIn(ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(2));

        RawPage login = browser.get(TestApp.loginUri(TENANT, "max_age", "60")).expect(LoginPage.ID);
        RawPage challenge = browser.post(login, "password", ada.password()).expect(ChallengePage.ID);

        assertThat(browser.post(challenge, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    @Test
    void F11_aPolicySwitchedOnDuringASessionAsksAtTheNextVisitAndStopsItsTokens() {
        TENANT.setPolicy(Policy.off());
        var ada = TENANT.user();
        TokenResult before = browser.login(ada).tokens();
        assertThat(before.signedIn()).isTrue();

        TENANT.setPolicy(Policy.required());

        assertThat(browser.get(TestApp.loginUri(TENANT, "prompt", "none")).signedIn())
                .isFalse();
        RawPage next = browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT));
        assertThat(next.id()).isIn(TotpPage.ID, LoginPage.ID);
    }

    @Test
    void V8_anOldSessionThatMustEnrolHasToSignInAgain() {
        TENANT.setPolicy(Policy.off());
        var ada = TENANT.user();
        assertThat(browser.login(ada).signedIn()).isTrue();
        TENANT.setPolicy(Policy.required());
        TENANT.clock().forward(Duration.ofMinutes(6));

        RawPage login = browser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);

        browser.post(login, "password", ada.password()).expect(TotpPage.ID);
    }

    @Test
    void R26_aProofIsInvalidOnceItsFactorIsRemoved() {
        var ada = TENANT.user();
        signIn(ada, Story.enrol(TENANT, ada));
        JsonNode app = TENANT.credentials(ada).findParents("type").stream()
                .filter(credential -> "otp".equals(credential.path("type").asText()))
                .findFirst()
                .orElseThrow();
        TENANT.admin()
                .delete(TENANT.userPath(ada) + "/credentials/" + app.path("id").asText());

        browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).expect(TotpPage.ID);
    }

    @Test
    void A20_modeOptionalAsksOnlyUsersWhoHaveEnrolled() {
        TENANT.setPolicy(Policy.optional());
        var ada = TENANT.user();
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();

        Story.enrol(TENANT, ada);

        new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);
    }

    @Test
    void A19_modeOffAsksNobody() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        TENANT.setPolicy(Policy.off());

        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, TENANT.user()).signedIn()).isTrue();
    }

    @Test
    void R38_aPolicyThatCannotBeReadCountsAsRequired() {
        TENANT.probe().setRealmAttribute(Tenant.POLICY, "{\"mode\": 17, nonsense");

        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
        assertThat(TestApp.passwordGrant(TENANT, TENANT.user()).signedIn()).isFalse();
    }

    @Test
    void A18_aUserWithAnExistingAppIsAskedOnceAndNotEnrolledAgain() {
        var ada = TENANT.userWithStockOtp("oldsecretoldsecretol");
        var phone = Phone.withStockSecret("oldsecretoldsecretol", TENANT.clock());
        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);

        RawPage after = browser.post(challenge, "code", phone.freshCode());

        assertThat(after.signedIn()).isTrue();
    }

    private TokenResult signIn(User user, Story.Enrolled enrolled) {
        RawPage challenge = Story.toChallenge(browser, user);
        TokenResult tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();
        assertThat(tokens.signedIn()).isTrue();
        return tokens;
    }
}
