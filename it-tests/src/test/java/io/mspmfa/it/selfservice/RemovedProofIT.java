// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RemovePage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of sessions that a factor has proved when its owner removes it: the thief of a phone may have one. */
class RemovedProofIT {
    private static final String SECRET = "othersecretothersecr";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(both());

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeEach
    void somebodyWithAnAppAndAKey() {
        TENANT.setPolicy(both());
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
        PlantedKey.store(TENANT, ada, "Blue key");
    }

    @Test
    void A47_removingTheAppEndsWhatItProvedInEverySession() {
        TokenResult thief = signIn(new RawBrowser(TENANT), TestApp.loginUri(TENANT));
        TokenResult offline = signIn(new RawBrowser(TENANT), TestApp.offlineLoginUri(TENANT));
        assertThat(TestApp.refresh(TENANT, thief).signedIn()).isTrue();

        RawBrowser owner = new RawBrowser(TENANT);
        RawPage page = remove(owner, idOf("otp"), enrolled.phone());

        assertThat(TestApp.refresh(TENANT, thief).signedIn()).isFalse();
        assertThat(TestApp.refresh(TENANT, offline).signedIn()).isFalse();
        owner.post(page, "finish", "true").expect(KeyPage.ID);
    }

    @Test
    void A47_whatABackupCodeProvedStays() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage notice = Story.loginByBackupCode(browser, ada, enrolled.code(0));
        TokenResult byCode = browser.post(notice, "finish", "true").tokens();

        remove(new RawBrowser(TENANT), idOf("otp"), enrolled.phone());

        assertThat(TestApp.refresh(TENANT, byCode).signedIn()).isTrue();
    }

    @Test
    void A47_removingOneOfTwoAppsEndsWhatEitherProvedInOtherSessions() {
        TENANT.addStockOtp(ada, SECRET);
        Phone second = Phone.withStockSecret(SECRET, TENANT.clock());
        TokenResult thief = signIn(new RawBrowser(TENANT), TestApp.loginUri(TENANT));

        RawBrowser owner = new RawBrowser(TENANT);
        TENANT.clock().forward(Duration.ofMinutes(1)); // each half minute is good for one code, of whichever app
        RawPage page = remove(owner, idOf("otp"), second);

        assertThat(TestApp.refresh(TENANT, thief).signedIn()).isFalse();
        TokenResult own = owner.post(page, "finish", "true").tokens();
        assertThat(TestApp.refresh(TENANT, own).signedIn()).as("the owner's").isTrue();
    }

    @Test
    void A51_L13_switchingOffEndsItSoThatItDoesNotCountLater() {
        TokenResult thief = signIn(new RawBrowser(TENANT), TestApp.loginUri(TENANT));
        RawBrowser owner = new RawBrowser(TENANT);
        RawPage page = owner.login(ada, "kc_action", "msp-mfa-disable").expect(ChallengePage.ID);
        page = owner.post(page, "code", enrolled.phone().freshCode()).expect(DisablePage.ID);
        owner.post(page, "backupCode", enrolled.code(0)).tokens();
        assertThat(TestApp.refresh(TENANT, thief).signedIn())
                .as("nothing is owed")
                .isTrue();

        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/required", "{\"required\": true}");

        assertThat(TestApp.refresh(TENANT, thief).signedIn()).isFalse();
    }

    private TokenResult signIn(RawBrowser browser, URI app) {
        RawPage login = browser.get(app).expect(LoginPage.ID);
        RawPage challenge = browser.post(login, "username", ada.username(), "password", ada.password());
        return browser.post(
                        challenge.expect(ChallengePage.ID),
                        "code",
                        enrolled.phone().freshCode())
                .tokens();
    }

    /** Returns the self-service page after the removal. */
    private RawPage remove(RawBrowser browser, String id, Phone phone) {
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        page = browser.post(page, "code", phone.freshCode()).expect(ManagePage.ID);
        page = browser.post(page, "action", "remove:" + id).expect(RemovePage.ID);
        page = browser.post(page, "remove", "true").expect(ManagePage.ID);
        assertThat(page.says("mspMfaRemovedNow")).isTrue();
        return page;
    }

    private String idOf(String type) {
        for (JsonNode credential : TENANT.credentials(ada)) {
            if (credential.path("type").asText().equals(type)) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No " + type);
    }

    private static Policy both() {
        return Policy.optional().methods("totp", "webauthn");
    }
}
