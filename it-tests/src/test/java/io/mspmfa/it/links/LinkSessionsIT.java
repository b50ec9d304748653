// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link never creates or ends a session, whoever is signed in where it is opened. */
class LinkSessionsIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    private final Links links = new Links(TENANT);

    @Test
    void K13_K14_aLinkWorksInTheBrowserOfAnotherUserWhoStaysSignedIn() {
        var owner = TENANT.user();
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        TokenResult before = browser.login(owner).tokens();

        RawPage end = links.follow(browser, links.create(ada));

        assertThat(end.expect(InfoPage.ID).says("mspMfaLinkDone")).isTrue();
        assertEnrolledOnce(ada);
        TokenResult after =
                browser.get(TestApp.loginUri(TENANT, "prompt", "none")).tokens();
        assertThat(after.claim("sid")).isEqualTo(before.claim("sid"));
        assertThat(after.claim("preferred_username")).isEqualTo(owner.username());
        assertThat(TestApp.refresh(TENANT, before).signedIn()).isTrue();
        assertThat(TENANT.sessions(owner)).isEqualTo(1);
        assertThat(TENANT.sessions(ada)).isZero();
        assertThat(TENANT.hasCredential(owner, "otp")).isFalse();
    }

    @Test
    void K13_openingAnotherAppHalfwayKeepsTheSessionAndTheLinkCanBeOpenedAgain() {
        var owner = TENANT.user();
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        TokenResult before = browser.login(owner).tokens();
        URI link = links.create(ada);
        Links.AtCodes middle = links.toCodes(browser, link);

        TokenResult other =
                browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT)).tokens();
        middle.finish();

        assertThat(other.claim("sid")).isEqualTo(before.claim("sid"));
        assertThat(other.claim("preferred_username")).isEqualTo(owner.username());
        assertThat(storedTypes(ada)).containsExactly("password");
        links.follow(browser, link).expect(InfoPage.ID);
        assertEnrolledOnce(ada);
        assertThat(TENANT.sessions(owner)).isEqualTo(1);
    }

    @Test
    void K13_aLoginWaitingInAnotherTabContinuesAfterwards() {
        var owner = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage login = browser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);

        links.follow(browser, links.create(TENANT.user())).expect(InfoPage.ID);

        RawPage app = browser.post(login, "username", owner.username(), "password", owner.password());
        assertThat(app.tokens().claim("preferred_username")).isEqualTo(owner.username());
    }

    @Test
    void R27_theHolderOfALinkGetsNoSessionThroughTheConsentPage() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage start = browser.get(links.create(ada)).expect(TotpPage.ID);

        browser.post(start.consent(), Form.of("accept", "Yes"));

        assertThat(TENANT.events().of(ada, "LOGIN")).isEmpty();
        assertThat(TENANT.sessions(ada)).isZero();
        RawPage silent = browser.get(TestApp.loginUri(TENANT, "prompt", "none"));
        assertThat(silent.signedIn()).isFalse();
    }

    /** Keycloak would restart a session that has expired but has not been removed yet, for the user of the link. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R27_theHolderOfALinkGetsNoSessionFromAnExpiredOne(boolean isOverBefore) {
        var ada = TENANT.user();
        RawBrowser browser = rememberedBrowser(TENANT.user());
        URI link = links.create(ada);
        if (isOverBefore) {
            rememberMe(false);
        }
        RawPage start = browser.get(link).expect(TotpPage.ID);
        rememberMe(false);

        browser.post(start.consent(), Form.of("accept", "Yes"));

        RawPage action = browser.get(TestApp.loginUri(TENANT, "kc_action", "UPDATE_PASSWORD"));
        action.expect(isOverBefore ? LoginPage.ID : KeycloakErrorPage.ID);
        RawPage silent = browser.get(TestApp.loginUri(TENANT, "prompt", "none"));
        assertThat(silent.signedIn()).isFalse();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void K13_restartingAndSigningInThereCreatesASessionAsUsual() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage start = browser.get(links.create(ada)).expect(TotpPage.ID);
        String restart = start.uri().toString().replaceFirst("/required-action\\?execution=[^&]*&", "/restart?");

        RawPage login = browser.get(URI.create(restart)).expect(LoginPage.ID);
        browser.post(login, "username", ada.username(), "password", ada.password());

        assertThat(TENANT.sessions(ada)).isEqualTo(1);
    }

    @Test
    void K13_theUsersOwnBrowserKeepsItsSessionToo() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        TokenResult before = browser.login(ada).tokens();

        links.follow(browser, links.create(ada)).expect(InfoPage.ID);

        assertThat(TestApp.refresh(TENANT, before).signedIn()).isTrue();
        assertThat(TENANT.sessions(ada)).isEqualTo(1);
        assertEnrolledOnce(ada);
        Story.toChallenge(new RawBrowser(TENANT), ada);
    }

    private static RawBrowser rememberedBrowser(User owner) {
        rememberMe(true);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage login = browser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);
        browser.post(login, "username", owner.username(), "password", owner.password(), "rememberMe", "on")
                .tokens();
        return browser;
    }

    private static void rememberMe(boolean on) {
        TENANT.change(realm -> realm.put("rememberMe", on));
    }

    private static void assertEnrolledOnce(User user) {
        assertThat(storedTypes(user)).containsExactlyInAnyOrder("password", "otp", "msp-backup-codes");
    }

    private static List<String> storedTypes(User user) {
        return TENANT.probe().storedCredentials(user.username()).findValuesAsText("type");
    }
}
