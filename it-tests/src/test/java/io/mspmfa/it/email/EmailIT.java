// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes by e-mail, from the first login on. */
class EmailIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().notifyByEmail(false));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final EmailStory story = new EmailStory(TENANT, MAILBOX);

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void emailOnly() {
        TENANT.setPolicy(Policy.required().methods("email").notifyByEmail(false));
    }

    @Test
    void A4_A16_A38_A39_theFirstRightCodeIsTheWholeSetUp() throws InterruptedException {
        User ada = TENANT.user();
        Device laptop = devices.open();
        laptop.login(ada);
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        EmailPage page = laptop.on(EmailPage::new);
        assertThat(page.text())
                .contains("a•••@acme.test")
                .doesNotContain(ada.email().substring(0, 4) + "@");

        page.submit(story.nextCode(ada));

        assertThat(laptop.on(DonePage::new).finish().on(AppPage::new).result().signedIn())
                .isTrue();
        assertThat(codes).hasSize(10);
        assertThat(TENANT.credentials(ada).findValuesAsText("type"))
                .containsExactlyInAnyOrder("password", "msp-email", "msp-backup-codes");
        assertThat(MAILBOX.hasMailTo(ada)).as("a second mail").isFalse();
    }

    @Test
    void A18_A37_eachLaterLoginTakesOneCode() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        Device laptop = devices.open();

        laptop.login(ada);
        laptop.on(ChallengePage::new).submit(story.nextCode(ada));

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(MAILBOX.hasMailTo(ada)).as("a second mail").isFalse();
        JsonNode login = TENANT.events().of(ada, "LOGIN").get(0);
        assertThat(login.path("details").path("msp_mfa_method").asText()).isEqualTo("email");
    }

    @Test
    void P6_R17_aReloadSendsNothingAndAnotherCodeCanBeAskedForAfterThirtySeconds() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String first = story.nextCode(ada);
        page = browser.get(page.uri()).expect(ChallengePage.ID);
        RawPage tooEarly = browser.post(page, "resend", "true").expect(ChallengePage.ID);
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(tooEarly.attribute("[data-msp-mfa-retry]", "data-seconds")).isNotEmpty();

        TENANT.clock().forward(Duration.ofSeconds(31));
        page = browser.post(tooEarly, "resend", "true").expect(ChallengePage.ID);

        String second = story.nextCode(ada);
        page = browser.post(page, "code", first).expect(ChallengePage.ID);
        assertThat(browser.post(page, "code", second).signedIn()).isTrue();
    }

    @Test
    void R14_aCodeExpiresAfterFiveMinutesAndCountsAsNoGuess() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String code = story.nextCode(ada);
        TENANT.clock().forward(Duration.ofSeconds(200));
        page = browser.get(page.uri()); // or Keycloak would start the login again after five minutes
        TENANT.clock().forward(Duration.ofSeconds(101));

        RawPage expired = browser.post(page, "code", code).expect(ChallengePage.ID);

        assertThat(expired.says("mspMfaSentCodeExpired")).isTrue();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR")).isEmpty();
        page = browser.post(expired, "resend", "true");
        assertThat(browser.post(page, "code", story.nextCode(ada)).signedIn()).isTrue();
    }

    @Test
    void R20_theMailEndsWithWhatFillsTheCodeInAndNothingElseHasIt() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        Mail mail = MAILBOX.nextTo(ada);
        String code = mail.code();

        assertThat(mail.text().strip()).endsWith("@" + TENANT.server().base().getHost() + " #" + code);
        assertThat(mail.htmlText()).contains(code, "Acme");
        assertThat(mail.subject()).doesNotContain(code);
        assertThat(page.answer().body()).doesNotContain(code, ada.email());
        browser.post(page, "code", code).tokens();
        assertThat(TENANT.events().of(ada).toString()).doesNotContain(code);
        assertThat(TENANT.server().log()).doesNotContain(code);
    }

    @Test
    void P6_aLoginThatIsBegunAnewInTheSameTabSendsAnotherCode() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String first = story.nextCode(ada);
        URI restart = URI.create(page.uri().toString().replace("/required-action?", "/restart?"));

        RawPage login = browser.get(restart).expect(LoginPage.ID);
        RawPage again = browser.post(login, "username", ada.username(), "password", ada.password())
                .expect(ChallengePage.ID);

        String second = story.nextCode(ada);
        again = browser.post(again, "code", first).expect(ChallengePage.ID);
        assertThat(browser.post(again, "code", second).signedIn()).isTrue();
    }

    @Test
    void A10_nothingIsSentBeforeThePasswordIsRightOrByThePasswordGrant() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        User thief = new User(ada.id(), ada.username(), ada.email(), "wrong");

        new RawBrowser(TENANT).login(thief).expect("login-login");
        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isFalse();
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", "12345678").signedIn())
                .isFalse();

        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }
}
