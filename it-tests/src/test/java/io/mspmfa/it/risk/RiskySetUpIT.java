// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thief of a password must not be the first to set up a factor (P22). */
class RiskySetUpIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.adaptive());

    @RegisterExtension
    static final Tenant WITHOUT_MAIL = Tenant.managed(Policy.adaptive().enrolWhenRisky(false));

    @BeforeAll
    static void mail() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void aPasswordIsNotEnough() {
        TENANT.setPolicy(Policy.adaptive().enrolWhenRisky(false));
    }

    @Test
    void P22_withoutTheRuleThePasswordIsEnough() {
        TENANT.setPolicy(Policy.adaptive());
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        Story.setUp(TENANT, browser, browser.login(ada).expect(TotpPage.ID));

        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
    }

    @Test
    void P22_aCodeByEmailComesBeforeTheSetUp() throws InterruptedException {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = browser.login(ada).expect(EmailPage.ID);
        assertThat(page.says("mspMfaRiskySetUpTitle")).isTrue();
        String code = MAILBOX.nextTo(ada).code();
        RawPage wrong = browser.post(page, "code", code.startsWith("9") ? "10000000" : "90000000");
        RawPage scan = browser.post(wrong.expect(EmailPage.ID), "code", code).expect(TotpPage.ID);

        Story.setUp(TENANT, browser, scan);
        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "generate", "verify", "otp1", "method"})
    void P22_noFieldOfTheSetUpLeadsPastTheCode(String field) {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = browser.login(ada).expect(EmailPage.ID);

        browser.post(page, field, "true").expect(EmailPage.ID);
        browser.login(ada).expect(EmailPage.ID); // in another tab
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "msp-mfa-setup",
                "msp-mfa-setup:totp",
                "msp-mfa-manage",
                "CONFIGURE_TOTP",
                "webauthn-register",
                "UPDATE_PROFILE",
                "UPDATE_PASSWORD"
            })
    void P22_noDoorLeadsPastTheCode(String action) {
        new RawBrowser(TENANT).login(TENANT.user(), "kc_action", action).expect(EmailPage.ID);
    }

    @Test
    void P22_duringDaysOfGraceTooAStrangerCanNotSetAFactorUp() {
        TENANT.setPolicy(Policy.adaptive().enrolWhenRisky(false).graceDays(3));
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage offer = browser.login(ada);
        assertThat(browser.post(offer, "later", "true").signedIn()).isTrue();

        browser.get(TestApp.loginUri(TENANT, "kc_action", "msp-mfa-setup")).expect(EmailPage.ID);
    }

    @Test
    void P22_whereNoCodeCanBeSentOnlyALinkHelps() {
        User ada = WITHOUT_MAIL.user();

        RawPage refused = new RawBrowser(WITHOUT_MAIL).login(ada).expect(KeycloakErrorPage.ID);
        assertThat(refused.says("mspMfaRiskySetUpRefused")).isTrue();

        new RawBrowser(WITHOUT_MAIL).get(WITHOUT_MAIL.enrolmentLink(ada)).expect(TotpPage.ID);
    }

    @Test
    void P22_anAddressThatIsNotVerifiedIsNoProof() {
        User ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.put("emailVerified", false));

        new RawBrowser(TENANT).login(ada).expect(KeycloakErrorPage.ID);
    }

    @Test
    void P22_inModeRequiredNothingChanges() {
        TENANT.setPolicy(Policy.required());

        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
    }
}
