// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.Inspection;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a language that we have no texts for, and pages whose language is changed while they are open. */
class LanguageIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final RawBrowser browser = new RawBrowser(TENANT);

    @BeforeAll
    static void manyLanguagesAndMail() {
        TENANT.change(realm -> {
            var languages = realm.putArray("supportedLocales");
            Stream.of("en", "ar", "de", "es", "fa", "fr", "it", "ja", "nl", "pl", "pt-BR")
                    .forEach(languages::add);
        });
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void usualTheme() {
        TENANT.change(realm -> realm.remove("loginTheme"));
    }

    /** A screen reader would otherwise read English as if it were Persian, and full stops would be on the wrong side. */
    @Test
    void ourTextsCarryTheirOwnLanguageAndDirection() {
        var ada = TENANT.user();
        RawPage scan = english(browser.login(ada, "ui_locales", "fa").expect(TotpPage.ID));
        assertThat(scan.attribute("html", "lang")).isEqualTo("fa");
        assertThat(scan.attribute("html", "dir")).isEqualTo("rtl");
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        RawPage codes = english(browser.post(scan, "next", "true").expect(BackupCodesPage.ID));
        RawPage verify = english(browser.post(codes, "saved", "true", "next", "true"));
        List<String> pair = phone.pair();
        english(browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true"))
                .expect(DonePage.ID);

        RawBrowser other = new RawBrowser(TENANT);
        RawPage challenge = other.login(ada, "ui_locales", "fa");
        english(challenge.expect(ChallengePage.ID));
    }

    @Test
    void aPersianPageWithOurEnglishTextsIsAccessible() {
        var ada = TENANT.user();
        Device laptop = devices.open().open(TestApp.loginUri(TENANT, "ui_locales", "fa"));
        laptop.on(LoginPage::new).submit(ada.username(), ada.password()).on(TotpPage::new);

        laptop.screenshot("totp-persian");
        assertThat(new Inspection(laptop).accessibilityProblems()).isEmpty();
    }

    @Test
    void ourMessagesCarryTheirOwnLanguageToo() {
        var ada = TENANT.user();
        Enrolled old = Story.enrol(TENANT, ada);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-manage", "ui_locales", "fa");
        RawPage manage = browser.post(challenge, "code", old.phone().freshCode());
        assertThat(manage.text()).as("a date in English").contains(monthInEnglish());
        String replace = manage.attribute("[value^='replace:']", "value");
        RawPage scan = browser.post(english(manage.expect(ManagePage.ID)), "action", replace);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        RawPage codes = browser.post(scan, "next", "true");
        RawPage verify = browser.post(codes, "saved", "true", "next", "true");
        List<String> pair = phone.pair();
        RawPage done = browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");

        RawPage replaced = browser.post(done, "finish", "true").expect(ManagePage.ID);

        assertThat(replaced.says("mspMfaReplacedNow")).isTrue();
        assertThat(replaced.attribute("[lang=en] .kc-feedback-text", "class")).isNotEmpty();
    }

    @Test
    void aLanguageThatWeHaveTextsForIsTheirLanguage() {
        RawPage scan = browser.login(TENANT.user(), "ui_locales", "de").expect(TotpPage.ID);

        assertThat(scan.attribute(".msp-mfa", "lang")).isEqualTo("de");
        assertThat(scan.attribute("#kc-page-title [lang]", "lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr", "it", "ja", "nl", "pl", "pt-BR"})
    void X16_settingUpSpeaksTheLanguageOfTheUser(String language) {
        RawPage scan = browser.login(TENANT.user(), "ui_locales", language).expect(TotpPage.ID);
        assertThat(scan.text()).contains(Texts.in(language, "mspMfaTotpTitle"), Texts.in(language, "mspMfaTotpNext"));
        assertThat(scan.attribute("html", "dir")).isEqualTo(scan.attribute(".msp-mfa", "dir"));
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());

        RawPage codes = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);

        assertThat(codes.text()).contains(Texts.in(language, "mspMfaBackupCodesOnce"));
        RawPage verify = browser.post(codes, "saved", "true", "next", "true");
        RawPage again = browser.post(verify, "otp1", phone.wrongCode(), "otp2", phone.code(0), "verify", "true");
        // French has no-break spaces, which the reader of the page turns into spaces
        String wrong = Texts.in(language, "mspMfaOtpWrongTries", "4").replace('\u00a0', ' ');
        assertThat(again.errorAt("otp1")).isEqualTo(wrong);
        assertThat(again.attribute(".msp-mfa", "lang")).isEqualTo(language);
    }

    @Test
    void X16_anArabicPageIsMirroredAndAccessible() {
        User ada = TENANT.user();
        Device laptop = devices.open().open(TestApp.loginUri(TENANT, "ui_locales", "ar"));
        laptop.on(LoginPage::new).submit(ada.username(), ada.password()).on(TotpPage::new);

        laptop.screenshot("totp-arabic");
        assertThat(new Inspection(laptop).accessibilityProblems()).isEmpty();
    }

    @Test
    void R32_theNoticeCarriesTheLanguageOfItsTextsAsWell() throws InterruptedException {
        var ada = TENANT.user();
        TENANT.changeUser(
                ada,
                json -> json.withObjectProperty("attributes").putArray("locale").add("fa"));

        Story.enrol(TENANT, ada);

        assertThat(MAILBOX.nextTo(ada).html())
                .contains("<html lang=\"en\" dir=\"ltr\"")
                .contains(monthInEnglish());
    }

    /** Another language would load the page again, and codes are shown once. */
    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void A40_aPageThatShowsBackupCodesOffersNoOtherLanguage(String theme) {
        TENANT.change(realm -> realm.put("loginTheme", theme));
        var ada = TENANT.user();
        RawPage scan = browser.login(ada).expect(TotpPage.ID);
        assertThat(scan.switchTo("de")).isPresent();
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());

        RawPage codes = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        assertThat(codes.codes()).isNotEmpty();
        assertThat(codes.switchTo("de")).isEmpty();

        RawPage gone = browser.post(codes, "next", "true").expect(BackupCodesPage.ID);
        assertThat(gone.codes()).isEmpty();
        assertThat(gone.switchTo("de")).isPresent();
        RawPage verify = browser.post(gone, "saved", "true", "next", "true");
        List<String> pair = phone.pair();
        browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true")
                .expect(DonePage.ID);
        assertThat(renewal(ada, phone).switchTo("de")).isEmpty();
    }

    @Test
    void M8_theQrCodeAndAllPagesAfterItSurviveAChangeOfLanguage() {
        RawPage scan = browser.login(TENANT.user()).expect(TotpPage.ID);

        RawPage german = inGerman(scan).expect(TotpPage.ID);
        assertThat(german.text()).contains(Texts.de("mspMfaTotpTitle"));
        assertThat(german.key()).isNotEmpty().isEqualTo(scan.key());

        RawPage codes = browser.post(german, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = inGerman(browser.post(codes, "saved", "true", "next", "true"));
        List<String> pair = Phone.typeIn(scan.key(), TENANT.clock()).pair();
        RawPage done = browser.post(
                verify.expect(VerifyTotpPage.ID), "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");
        RawPage end = inGerman(done.expect(DonePage.ID)).expect(DonePage.ID);
        assertThat(browser.post(end, "finish", "true").signedIn()).isTrue();
    }

    @Test
    void K14_anEnrolmentLinkSurvivesAChangeOfLanguage() {
        RawPage opened = browser.get(TENANT.enrolmentLink(TENANT.user())).expect(TotpPage.ID);

        RawPage german = inGerman(opened).expect(TotpPage.ID);

        RawPage scan = inGerman(browser.post(german, "generate", "true")).expect(TotpPage.ID);
        assertThat(scan.key()).isNotEmpty();
        assertThat(inGerman(scan).key()).isEqualTo(scan.key());
    }

    private RawPage inGerman(RawPage page) {
        return browser.get(page.switchTo("de").orElseThrow());
    }

    private static RawPage renewal(User user, Phone phone) {
        RawBrowser other = new RawBrowser(TENANT);
        RawPage challenge = other.login(user, "kc_action", "msp-mfa-backup-codes");
        RawPage codes = other.post(challenge, "code", phone.freshCode()).expect(BackupCodesPage.ID);
        assertThat(codes.codes()).isNotEmpty();
        return codes;
    }

    private static String monthInEnglish() {
        return TENANT.clock()
                .now()
                .atZone(ZoneId.systemDefault())
                .getMonth()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static RawPage english(RawPage page) {
        assertThat(page.attribute(".msp-mfa", "lang")).isEqualTo("en");
        assertThat(page.attribute(".msp-mfa", "dir")).isEqualTo("ltr");
        assertThat(page.attribute("#kc-page-title [lang]", "lang")).isEqualTo("en");
        return page;
    }
}
