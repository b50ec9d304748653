// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone is set up, used, replaced and removed. */
class SmsIT {
    private static final Gateway GATEWAY = Gateway.shared();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().notifyByEmail(false));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @BeforeEach
    void smsOnly() {
        TENANT.setPolicy(Policy.required().methods("sms").notifyByEmail(false));
        ada = TENANT.user();
    }

    @Test
    void A3_A32_A33_A34_A39_aNumberCountsOnceItsCodeWasEntered() {
        Device laptop = devices.open();
        laptop.login(ada);

        laptop.on(SmsPage::new).enterNumber(number.replaceFirst("(.{3})(.{3})", "$1 ($2) "));
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        SmsPage page = laptop.on(SmsPage::new);
        assertThat(page.text()).contains(masked(number)).doesNotContain(number.substring(5));
        TextMessage message = GATEWAY.nextTo(number);
        assertThat(TENANT.hasCredential(ada, "msp-sms")).as("before the code").isFalse();
        page.submit(message.code());

        assertThat(laptop.on(DonePage::new).finish().on(AppPage::new).result().signedIn())
                .isTrue();
        assertThat(codes).hasSize(10);
        assertThat(TENANT.credentials(ada).findValuesAsText("type"))
                .containsExactlyInAnyOrder("password", "msp-sms", "msp-backup-codes");
        assertThat(GATEWAY.allTo(number)).as("a second message").isEmpty();
    }

    @Test
    void A18_A35_eachLaterLoginTakesOneMessage() {
        story.enrol(ada, number);
        Device laptop = devices.open();

        laptop.login(ada);
        assertThat(laptop.on(ChallengePage::new).text()).contains(masked(number));
        laptop.on(ChallengePage::new).submit(story.nextCode(number));

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(GATEWAY.allTo(number)).as("a second message").isEmpty();
        JsonNode login = TENANT.events().of(ada, "LOGIN").get(0);
        assertThat(login.path("details").path("msp_mfa_method").asText()).isEqualTo("sms");
    }

    @Test
    void A33_aMistypedNumberIsCorrectedAndItsCodeIsWorthless() {
        String mistyped = GATEWAY.newNumber();
        Device laptop = devices.open();
        laptop.login(ada);
        laptop.on(SmsPage::new).enterNumber(mistyped);
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        String stray = story.nextCode(mistyped);

        laptop.on(SmsPage::new).changeNumber().on(SmsPage::new).enterNumber(number);

        laptop.on(SmsPage::new).submit(stray);
        laptop.on(SmsPage::new).expectErrorAt("code", "mspMfaSentCodeWrongTries");
        laptop.on(SmsPage::new).submit(story.nextCode(number)).on(DonePage::new).finish();
        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        assertThat(codes).hasSize(10);
    }

    @Test
    void A32_R32_aNumberIsReplacedAndTheOldOneGetsNoMoreCodes() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(TENANT);
        story.enrol(ada, number);
        TENANT.setPolicy(Policy.required().methods("sms"));
        String fresh = GATEWAY.newNumber();
        Device laptop = devices.open();

        manage(laptop).act("replace");
        assertThat(laptop.on(SmsPage::new).text()).contains(Texts.en("mspMfaSmsReplaces", masked(number)));
        laptop.on(SmsPage::new).enterNumber(fresh);
        laptop.on(BackupCodesPage::new).save();
        laptop.on(SmsPage::new).submit(story.nextCode(fresh)).on(DonePage::new).finish();

        laptop.on(ManagePage::new).expectMessage("mspMfaNumberReplacedNow");
        assertThat(laptop.on(ManagePage::new).text()).contains(masked(fresh)).doesNotContain(masked(number));
        assertThat(mailbox.nextTo(ada).text()).contains(Texts.en("mspMfaMailTitleNumberChanged"));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        assertThat(browser.post(page, "code", story.nextCode(fresh)).signedIn()).isTrue();
        assertThat(GATEWAY.allTo(number)).isEmpty();
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce("msp-sms");
    }

    @Test
    void R26_aNumberIsNotReplacedWithoutAFreshFactor() {
        story.enrol(ada, number);
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        manage(laptop);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("replace");

        laptop.on(ChallengePage::new).submit(story.nextCode(number)).on(SmsPage::new);
    }

    @Test
    void A47_thereIsNoSecondNumberToAdd() {
        story.enrol(ada, number);

        ManagePage page = manage(devices.open());

        assertThat(page.isGreyedOut("add")).isTrue();
        assertThat(page.reason("add")).isEqualTo(Texts.en("mspMfaMethodPresent"));
    }

    @Test
    void A51_removingTheOnlyNumberTakesABackupCodeAndTheNextLoginAsksForOne() {
        List<String> codes = story.enrol(ada, number);
        TENANT.setPolicy(Policy.optional().methods("sms").notifyByEmail(false));
        Device laptop = devices.open();

        manage(laptop).act("disable");
        laptop.on(DisablePage::new).submit(codes.get(0));

        laptop.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
        assertThat(GATEWAY.allTo(number)).isEmpty();
    }

    @Test
    void A10_nothingIsSentBeforeThePasswordIsRightOrByThePasswordGrant() {
        story.enrol(ada, number);
        User thief = new User(ada.id(), ada.username(), ada.email(), "wrong");

        new RawBrowser(TENANT).login(thief).expect("login-login");
        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isFalse();
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", "123456").signedIn())
                .isFalse();

        assertThat(GATEWAY.allTo(number)).isEmpty();
    }

    @Test
    void R20_nothingButTheMessageHasTheNumberOrTheCode() {
        story.enrol(ada, number);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String code = story.nextCode(number);
        String digits = number.substring(1);

        assertThat(page.answer().body()).doesNotContain(code, digits);
        browser.post(page, "code", SmsStory.wrong(code));
        assertThat(TENANT.events().of(ada).toString()).doesNotContain(code, digits);
        assertThat(TENANT.server().log()).doesNotContain(code, digits);
        assertThat(TENANT.credentials(ada).toString()).doesNotContain(digits).contains(masked(number));
        JsonNode status = TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + ada.id());
        assertThat(status.toString()).doesNotContain(digits).contains(masked(number));
    }

    /** Country code and the last two digits. */
    private static String masked(String number) {
        return "+49 •••••" + number.substring(number.length() - 2);
    }

    private ManagePage manage(Device device) {
        device.open(TENANT.uri("/msp-mfa/"));
        device.on(LoginPage::new).submit(ada.username(), ada.password());
        return device.on(ChallengePage::new).submit(story.nextCode(number)).on(ManagePage::new);
    }
}
