// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.grace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The days during which a user may postpone setting up a factor (A26, R39). */
class GraceIT {
    private static final int DAYS = 3;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().graceDays(DAYS));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void A26_thePageShowsTheDaysLeftAndPostponingFinishesTheLogin() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        MethodPage offer = laptop.on(MethodPage::new);
        assertThat(offer.text()).contains(Texts.en("mspMfaGraceDays", DAYS), Texts.en("mspMfaGraceLater"));
        assertThat(offer.chosen()).isEqualTo("totp");

        TokenResult result = offer.later().on(AppPage::new).result();

        assertThat(result.signedIn()).isTrue();
        assertThat(TestApp.refresh(TENANT, result).signedIn()).isTrue();
    }

    @Test
    void A26_nextLeadsThroughTheSetUpPageByPage() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        laptop.on(MethodPage::new).next().on(TotpPage::new);
        laptop.reload().on(TotpPage::new);

        var enrolled = Story.setUp(laptop);
        laptop.on(DonePage::new).finish().on(AppPage::new);

        Device tablet = devices.open().login(ada);
        tablet.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(AppPage::new);
    }

    @Test
    void A26_nextWorksIfTheQrIsShownOnRequestOnly() {
        TENANT.setPolicy(Policy.required().graceDays(DAYS).qrOnRequest());
        Device laptop = devices.open().login(TENANT.user());

        TotpPage before = laptop.on(MethodPage::new).next().on(TotpPage::new);
        assertThat(before.hasQr()).isFalse();

        assertThat(before.generate().on(TotpPage::new).hasQr()).isTrue();
        TENANT.setPolicy(Policy.required().graceDays(DAYS));
    }

    @Test
    void A26_postponingLastsForTheSessionButNotForTheNextLogin() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(browser.login(ada).expect(MethodPage.ID), "later", "true").tokens();

        RawPage sso = browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT));
        RawPage again = new RawBrowser(TENANT).login(ada);

        assertThat(sso.signedIn()).isTrue();
        again.expect(MethodPage.ID);
    }

    @Test
    void R39_theLastDayIsAnnouncedAndThenSettingUpIsDue() {
        var ada = TENANT.user();
        postpone(ada);
        TENANT.clock().forward(Duration.ofDays(DAYS).minusMinutes(5));

        RawPage last = new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);
        TENANT.clock().forward(Duration.ofMinutes(6));
        RawPage over = new RawBrowser(TENANT).login(ada);

        assertThat(last.says("mspMfaGraceLastDay")).isTrue();
        over.expect(TotpPage.ID);
    }

    @Test
    void R39_aPageLeftOpenPastTheEndOfGraceCannotPostpone() {
        var ada = TENANT.user();
        postpone(ada);
        TENANT.clock().forward(Duration.ofDays(DAYS).minusMinutes(1));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage open = browser.login(ada).expect(MethodPage.ID);
        TENANT.clock().forward(Duration.ofMinutes(2));

        browser.post(open, "later", "true").expect(TotpPage.ID);
    }

    @Test
    void R39_aNewPolicyDoesNotRestartTheDays() {
        var ada = TENANT.user();
        postpone(ada);
        TENANT.clock().forward(Duration.ofDays(2));
        TENANT.setPolicy(Policy.optional());
        TENANT.setPolicy(Policy.required().graceDays(DAYS));

        RawPage offer = new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);

        assertThat(offer.says("mspMfaGraceLastDay")).isTrue();
    }

    @Test
    void A26_anAnswerThatThePageDoesNotOfferShowsThePageAgain() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage offer = browser.login(TENANT.user()).expect(MethodPage.ID);

        browser.post(offer, "method", "carrier-pigeon").expect(MethodPage.ID);
    }

    private static void postpone(User user) {
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(browser.login(user).expect(MethodPage.ID), "later", "true").tokens();
    }
}
