// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device that is trusted after a second factor is not asked for one again, for a while (A56). */
class TrustedDevicesIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void devicesMayBeTrusted() {
        TENANT.setPolicy(Policy.required().rememberDevice(30));
    }

    @Test
    void A56_R36_aTrustedBrowserIsNotAskedAgainAndAnotherOneIs() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open().login(ada);
        laptop.on(ChallengePage::new)
                .trust()
                .submit(enrolled.phone().freshCode())
                .on(AppPage::new);
        laptop.closeSession();

        TokenResult tokens = laptop.login(ada).on(AppPage::new).result();

        assertThat(tokens.signedIn()).isTrue();
        devices.open().login(ada).on(ChallengePage::new);
        JsonNode login = TENANT.events().of(ada, "LOGIN").get(0);
        assertThat(login.path("details").path("msp_mfa_device").asText()).isEqualTo("trusted");
        assertThat(login.path("details").has("msp_mfa_method")).isFalse();
        assertThat(tokens.claim("acr")).isIn("0", "1");
        assertThat(tokens.claim("amr")).doesNotContain("otp", "mfa");
    }

    @Test
    void R33_theCookieIsHiddenFromScriptsAndBelongsToTheRealm() {
        Trusted ada = Trusted.in(TENANT);

        String header = String.join(
                "\n",
                ada.login().answer().headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith(Trusted.COOKIE))
                        .toList());

        assertThat(header)
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/realms/" + TENANT.name() + "/")
                .containsPattern("Max-Age=(2592000|2591\\d{3})(;|$)")
                .doesNotContain(ada.user().id());
        assertThat(ada.browser().cookieName(Trusted.COOKIE)).matches("MSP_MFA_DEVICE_[0-9a-f]{32}");
    }

    @Test
    void A27_thePageOffersItOnlyWhereThePolicyAllowsIt() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        assertThat(Story.toChallenge(new RawBrowser(TENANT), ada).fields()).containsKey("rememberDevice");

        TENANT.setPolicy(Policy.required());

        assertThat(Story.toChallenge(new RawBrowser(TENANT), ada).fields()).doesNotContainKey("rememberDevice");
    }

    @Test
    void A27_R34_aForgedBoxIsIgnoredWhereThePolicyForbidsIt() {
        TENANT.setPolicy(Policy.required());
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = Story.toChallenge(browser, ada);
        browser.post(page, "code", enrolled.phone().freshCode(), "rememberDevice", "true")
                .tokens();

        assertThat(browser.cookie(Trusted.COOKIE)).isEmpty();
    }

    @Test
    void R34_aBackupCodeTrustsNothing() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = Story.toBackupCode(browser, ada).expect(BackupCodePage.ID);

        assertThat(page.fields()).doesNotContainKey("rememberDevice");
        browser.post(page, "backupCode", enrolled.code(0), "rememberDevice", "true");

        assertThat(browser.cookie(Trusted.COOKIE)).isEmpty();
    }

    @Test
    void R34_withoutTheBoxNothingIsTrusted() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        browser.post(Story.toChallenge(browser, ada), "code", enrolled.phone().freshCode())
                .tokens();

        assertThat(browser.cookie(Trusted.COOKIE)).isEmpty();
    }

    @Test
    void A56_theBoxStaysTickedAfterAWrongCode() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = Story.toChallenge(browser, ada);
        assertThat(page.has("#rememberDevice[checked]")).isFalse();

        page = browser.post(page, "code", enrolled.phone().wrongCode(), "rememberDevice", "true");

        assertThat(page.has("#rememberDevice[checked]")).isTrue();
    }

    @Test
    void A56_severalUsersShareABrowser() {
        RawBrowser shared = new RawBrowser(TENANT);
        Trusted ada = Trusted.of(TENANT, TENANT.user(), shared);
        Trusted bob = Trusted.of(TENANT, TENANT.user(), shared);

        assertThat(ada.isTrusted()).isTrue();
        assertThat(bob.isTrusted()).isTrue();
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void A56_trustEndsOnTimeHoweverOftenTheDeviceIsUsed() {
        TENANT.setPolicy(Policy.required().rememberDevice(2));
        Trusted ada = Trusted.in(TENANT);
        TENANT.clock().forward(Duration.ofDays(1));
        assertThat(ada.isTrusted()).isTrue();

        TENANT.clock().forward(Duration.ofDays(1));

        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R36_R26_changesToTheFactorAreStillAsked() {
        Trusted ada = Trusted.in(TENANT);

        ada.login("kc_action", "msp-mfa-backup-codes").expect(ChallengePage.ID);
    }

    @Test
    void R36_aRepeatedLoginInASessionIsAsked() {
        Trusted ada = Trusted.in(TENANT);
        assertThat(ada.isTrusted()).isTrue();

        RawPage again = ada.browser().login(ada.user(), "prompt", "login");

        again.expect(ChallengePage.ID);
    }

    @Test
    void R35_theGateJudgesTheDeviceAgainAtEachToken() {
        Trusted ada = Trusted.in(TENANT);
        TokenResult tokens = ada.login().tokens();
        TokenResult refreshed = TestApp.refresh(TENANT, tokens);
        assertThat(refreshed.signedIn()).isTrue();

        TENANT.setPolicy(Policy.required());

        assertThat(TestApp.refresh(TENANT, refreshed).signedIn()).isFalse();
    }

    @Test
    void A56_aSessionOfATrustedDeviceGoesOnWithoutAChallenge() {
        Trusted ada = Trusted.in(TENANT);
        ada.login().tokens();

        assertThat(ada.browser().get(TestApp.loginUri(TENANT)).signedIn()).isTrue();
    }
}
