// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static io.mspmfa.it.risk.Behind.CAFE;
import static io.mspmfa.it.risk.Behind.FAR_AWAY;
import static io.mspmfa.it.risk.Behind.HOME;
import static io.mspmfa.it.risk.Behind.HOME_TOO;
import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two browsers and three networks (A22). */
class AdaptiveIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.on(Behind::aProxy);

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void riskDecides() {
        Behind.letIn(TENANT, Policy.adaptive());
    }

    @Test
    void A22_aKnownBrowserIsNotAskedAndANewOneIs() {
        var ada = TENANT.user();
        Device laptop = devices.open().from(HOME).login(ada);
        var enrolled = Story.setUp(laptop);
        laptop.on(DonePage::new).finish().on(AppPage::new);

        laptop.closeSession();
        TokenResult atHome = laptop.login(ada).on(AppPage::new).result();
        laptop.closeSession();
        laptop.from(CAFE).login(ada).on(AppPage::new);
        devices.open().from(HOME).login(ada).on(ChallengePage::new);
        Device phone = devices.open().from(FAR_AWAY).login(ada);
        phone.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(AppPage::new);
        phone.closeSession();
        phone.from(HOME_TOO).login(ada).on(AppPage::new);

        assertThat(atHome.claim("acr")).isIn("0", "1");
        assertThat(atHome.claim("amr")).doesNotContain("otp", "mfa");
    }

    @Test
    void A22_thePagesSayWhenUsersAreAsked() {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT).from(HOME);
        RawPage scan = browser.login(ada, "kc_action", "msp-mfa-setup:totp").expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        RawPage shown = browser.post(scan, "next", "true");
        List<String> pair = phone.pair();
        RawPage verify = browser.post(shown, "saved", "true", "next", "true");
        RawPage done = browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");

        assertThat(done.expect(DonePage.ID).says("mspMfaDoneNextRisk")).isTrue();
        browser.post(done, "finish", "true").expect(AppPage.ID);
        RawPage manage = browser.get(TestApp.loginUri(TENANT, "kc_action", "msp-mfa-manage"));
        assertThat(manage.expect(ManagePage.ID).says("mspMfaManageAskedRisk")).isTrue();
    }

    @Test
    void A22_P26_theEventSaysWhyAndNetworksAreRemembered() {
        Regular ada = Regular.in(TENANT);

        assertThat(ada.loginFrom(HOME_TOO).signedIn()).isTrue();
        assertThat(ada.reasons()).isEmpty();
        assertThat(ada.score()).isZero();
        assertThat(ada.lastLogin().has("msp_mfa_method")).isFalse();
        assertThat(ada.loginFrom(CAFE).signedIn()).isTrue();
        assertThat(ada.reasons()).isEqualTo("new_network");
        assertThat(ada.score()).isEqualTo(20);
        assertThat(ada.why())
                .contains("had the score 20, because of new_network")
                .doesNotContain(CAFE);
        assertThat(ada.loginFrom(CAFE).signedIn()).isTrue();
        assertThat(ada.reasons()).isEmpty();
        assertThat(ada.history()).contains("cb0071", "c63364").doesNotContain(HOME, CAFE);
    }

    @Test
    void A22_theThresholdIsThePolicys() {
        Regular ada = Regular.in(TENANT);

        TENANT.setPolicy(Policy.adaptive().threshold(20));
        ada.loginFrom(HOME).expect(AppPage.ID);
        ada.loginFrom(CAFE).expect(ChallengePage.ID);

        TENANT.setPolicy(Policy.adaptive().threshold(80));
        ada.strangerFrom(FAR_AWAY).expect(AppPage.ID);
    }

    @Test
    void A22_anUnknownBrowserCountsLessInATrustedNetwork() {
        Regular ada = Regular.in(TENANT);
        TENANT.setPolicy(Policy.adaptive().trustedNetworks("203.0.113.0/24"));

        ada.strangerFrom(HOME).expect(AppPage.ID);
        assertThat(ada.reasons()).isEqualTo("unknown_device");
        ada.strangerFrom(CAFE).expect(ChallengePage.ID);
    }

    @Test
    void A22_R37_aFloorThatRequiresAFactorComesFirst() {
        Regular ada = Regular.in(TENANT);

        TENANT.setFloor(Policy.required());
        try {
            ada.loginFrom(HOME).expect(ChallengePage.ID);
        } finally {
            TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
        }
        ada.loginFrom(HOME).expect(AppPage.ID);
    }

    @Test
    void A22_R37_aFloorsThresholdAndNetworksCanOnlyBecomeStricter() {
        Regular ada = Regular.in(TENANT);
        TENANT.setFloor(Policy.adaptive().threshold(40).trustedNetworks("203.0.113.0/24"));
        try {
            TENANT.setPolicy(Policy.adaptive().threshold(100).trustedNetworks("203.0.113.0/24", "0.0.0.0/0"));

            ada.strangerFrom(HOME).expect(AppPage.ID);
            ada.strangerFrom(CAFE).expect(ChallengePage.ID);
        } finally {
            TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
        }
    }

    @Test
    void A22_K19_aUserOfWhomAFactorIsRequiredIsAlwaysAsked() {
        Regular ada = Regular.in(TENANT);
        TokenResult tokens = ada.loginFrom(HOME).tokens();

        TENANT.admin()
                .put("/" + TENANT.name() + "/msp-mfa/users/" + ada.user().id() + "/required", "{\"required\": true}");

        ada.loginFrom(HOME).expect(ChallengePage.ID);
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isFalse();
    }

    @Test
    void A22_aSessionGoesOnWhereverItIsAndANewLoginIsJudgedAnew() {
        Regular ada = Regular.in(TENANT);
        TokenResult tokens = ada.loginFrom(HOME).tokens();

        ada.browser().from(FAR_AWAY);
        assertThat(ada.browser().get(TestApp.loginUri(TENANT)).signedIn()).isTrue();
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isTrue();

        TENANT.clock().forward(Duration.ofDays(50));
        ada.loginFrom(FAR_AWAY).expect(ChallengePage.ID);
    }

    @Test
    void A22_R34_aBackupCodeMakesNoBrowserKnown() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada, new RawBrowser(TENANT).from(HOME));
        RawBrowser finder = new RawBrowser(TENANT).from(HOME);
        RawPage done = Story.loginByBackupCode(finder, ada, enrolled.code(0));
        finder.post(done.expect(DonePage.ID), "finish", "true").expect(AppPage.ID);
        finder.keepOnly("MSP_MFA_");

        finder.login(ada).expect(ChallengePage.ID);
    }

    @Test
    void A22_anUnaskedLoginMakesNoBrowserKnown() {
        Regular ada = Regular.in(TENANT);
        TENANT.setPolicy(Policy.adaptive().threshold(100));
        RawBrowser lucky = new RawBrowser(TENANT).from(HOME);
        lucky.login(ada.user()).expect(AppPage.ID);
        TENANT.setPolicy(Policy.adaptive());
        lucky.keepOnly("MSP_MFA_");

        lucky.login(ada.user()).expect(ChallengePage.ID);
    }

    @Test
    void A22_whoRevokesADeviceHasEveryBrowserAsked() {
        Regular ada = Regular.in(TENANT);
        TENANT.setPolicy(Policy.adaptive().rememberDevice(30));
        String details = "/" + TENANT.name() + "/msp-mfa/users/" + ada.user().id();
        String devices = details + "/devices";
        RawBrowser stolen = new RawBrowser(TENANT).from(HOME);
        stolen.post(
                        stolen.login(ada.user()).expect(ChallengePage.ID),
                        "code",
                        ada.phone().freshCode(),
                        "rememberDevice",
                        "true")
                .expect(AppPage.ID);
        String id =
                TENANT.admin().get(details).path("devices").get(0).path("id").asText();

        TENANT.admin().delete(devices + "/" + id);

        stolen.keepOnly("MSP_MFA_");
        stolen.login(ada.user()).expect(ChallengePage.ID);
        assertThat(ada.proveFrom(HOME).signedIn()).isTrue();
        TENANT.admin().delete(devices);
        ada.loginFrom(HOME).expect(ChallengePage.ID);
    }

    @Test
    void A22_aLoginThatWasOpenMeanwhileBringsNoForgottenBrowserBack() {
        Regular ada = Regular.in(TENANT);
        RawBrowser open = new RawBrowser(TENANT).from(CAFE);
        RawPage challenge = open.login(ada.user()).expect(ChallengePage.ID);

        TENANT.admin()
                .delete("/" + TENANT.name() + "/msp-mfa/users/" + ada.user().id() + "/devices");
        open.post(challenge, "code", ada.phone().freshCode()).expect(AppPage.ID);

        ada.loginFrom(HOME).expect(ChallengePage.ID);
    }

    @Test
    void A22_aPasswordGrantIsAlwaysAsked() {
        Regular ada = Regular.in(TENANT);

        assertThat(ada.loginFrom(HOME).signedIn()).isTrue();

        assertThat(TestApp.passwordGrant(TENANT, ada.user()).signedIn()).isFalse();
    }
}
