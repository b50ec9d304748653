// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users are notified by e-mail about changes to their second factor (R32, R4). */
class NotificationsIT {

    private static final Mailbox MAILBOX = new Mailbox();

    /** "November 22, 2026 at 8:34:13 PM UTC", in German "22. November 2026 um 20:34:13 UTC". */
    private static final String WHEN =
            "(?s).*(\\p{L}+ \\d{1,2}, \\d{4}|\\d{1,2}\\. \\p{L}+ \\d{4}).{1,8}\\d{1,2}:\\d{2}:\\d{2}( [AP]M)? \\S+.*";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().backupCodes(5).contact("IT desk, phone 4711"));

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R32_aNewFactorIsNotifiedWithEverythingThatTheUserNeeds(String language) throws InterruptedException {
        var ada = speaking(language);

        Enrolled enrolled = Story.enrol(TENANT, ada);

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail, language, "FactorAdded", "mspMfaMailFactorApp");
        for (String part : List.of(mail.text(), mail.htmlText())) {
            assertThat(part)
                    .contains(ada.username(), "Acme Ltd", "IT desk, phone 4711")
                    .contains(text(language, "mspMfaMailNotYou"), text(language, "mspMfaMailPassword"))
                    .matches(WHEN)
                    .containsPattern(text(language, "mspMfaMailFrom") + ":? \\d+(\\.\\d+){3}");
        }
        assertHoldsNoSecret(mail, enrolled);
        assertThat(MAILBOX.hasMailTo(ada)).as("one mail for app and codes").isFalse();
    }

    /** Without marks around it, "1234@acme.test" would be shown as "acme.test@1234". */
    @Test
    void X16_namesInAnArabicMailStandApart() throws InterruptedException {
        TENANT.change(
                realm -> realm.putArray("supportedLocales").add("en").add("de").add("ar"));
        var ada = speaking("ar");

        Story.enrol(TENANT, ada);

        Mail mail = MAILBOX.nextTo(ada);
        assertThat(mail.text()).contains("\u2068" + ada.username() + "\u2069", "\u2068Acme Ltd\u2069");
        assertThat(mail.html()).contains("<span dir=\"auto\">" + ada.username() + "</span>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R32_aReplacedFactorIsNotified(String language) throws InterruptedException {
        var ada = speaking(language);
        Enrolled old = enrolledAndTold(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-setup").expect(ChallengePage.ID);
        RawPage scan = browser.post(challenge, "code", old.phone().freshCode());

        Enrolled next = Story.setUp(TENANT, browser, scan);

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail, language, "FactorReplaced", "mspMfaMailFactorApp");
        assertHoldsNoSecret(mail, next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R4_R32_renewedBackupCodesAreNotified(String language) throws InterruptedException {
        var ada = speaking(language);
        Enrolled enrolled = enrolledAndTold(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-backup-codes");
        RawPage shown =
                browser.post(challenge, "code", enrolled.phone().freshCode()).expect(BackupCodesPage.ID);

        browser.post(shown, "saved", "true", "next", "true");

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail, language, "BackupCodesRenewed", "mspMfaMailFactorBackupCodes");
        assertHoldsNoSecret(mail, new Enrolled(enrolled.phone(), shown.codes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R32_switchingOffIsNotifiedOnceAlthoughItUsesACodeToo(String language) throws InterruptedException {
        var ada = speaking(language);
        Enrolled enrolled = enrolledAndTold(ada);
        spend(ada, enrolled.code(0));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-disable");
        RawPage form =
                browser.post(challenge, "code", enrolled.phone().freshCode()).expect(DisablePage.ID);

        browser.post(form, "backupCode", enrolled.code(1));

        assertTells(MAILBOX.nextTo(ada), language, "FactorRemoved", "mspMfaMailFactorApp");
        somethingElseHappens();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R4_backupCodesRunningOutAreNotifiedAtThreeAndAtNone(String language) throws InterruptedException {
        var ada = speaking(language);
        Enrolled enrolled = enrolledAndTold(ada);

        spend(ada, enrolled.code(0));
        spend(ada, enrolled.code(1));
        Mail few = MAILBOX.nextTo(ada);
        for (int i = 2; i < 5; i++) {
            spend(ada, enrolled.code(i));
        }
        Mail none = MAILBOX.nextTo(ada);

        assertTells(few, language, "BackupCodesLow", "mspMfaMailFactorBackupCodes");
        assertThat(few.text()).contains(text(language, "mspMfaLeft", 3));
        assertThat(few.htmlText()).contains(text(language, "mspMfaLeft", 3));
        assertThat(none.text()).contains(text(language, "mspMfaLeftNone"));
        assertHoldsNoSecret(few, enrolled);
        somethingElseHappens();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R32_anAdministratorsChangeIsNotifiedWithoutTheirAddress(String language) throws InterruptedException {
        var ada = speaking(language);
        enrolledAndTold(ada);
        String otp = TENANT.probe().storedCredentials(ada.username()).findParents("id").stream()
                .filter(credential -> credential.path("type").asText().equals("otp"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();

        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + otp);

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail, language, "FactorRemoved", "mspMfaMailFactorApp");
        assertThat(mail.text())
                .contains(text(language, "mspMfaMailByAdministrator"), text(language, "mspMfaMailNotAsked"))
                .doesNotContain(text(language, "mspMfaMailFrom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void R28_R32_aResetIsNotifiedOnce(String language) throws InterruptedException {
        var ada = speaking(language);
        enrolledAndTold(ada);

        String reset = "/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset";
        TENANT.admin().post(reset, "{\"reason\": \"lost phone\"}");

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail, language, "FactorsReset", "mspMfaMailByAdministrator");
        somethingElseHappens();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    private static User speaking(String language) {
        var ada = TENANT.user();
        TENANT.changeUser(
                ada,
                json -> json.withObjectProperty("attributes").putArray("locale").add(language));
        return ada;
    }

    private static Enrolled enrolledAndTold(User ada) throws InterruptedException {
        Enrolled enrolled = Story.enrol(TENANT, ada);
        MAILBOX.nextTo(ada);
        return enrolled;
    }

    private static void spend(User ada, String code) {
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, code);
    }

    /** Sends a later e-mail to another user: any e-mail that should not have been sent would have arrived by then. */
    private static void somethingElseHappens() throws InterruptedException {
        enrolledAndTold(TENANT.user());
    }

    private static void assertTells(Mail mail, String language, String notice, String factor) {
        assertThat(mail.subject()).isEqualTo(text(language, "mspMfaMailSubject" + notice, "Acme Ltd"));
        assertThat(mail.html()).contains("<html lang=\"" + language + "\"");
        for (String part : List.of(mail.text(), mail.htmlText())) {
            assertThat(part)
                    .contains(
                            text(language, "mspMfaMailTitle" + notice),
                            text(language, "mspMfaMailWhat" + notice),
                            text(language, factor),
                            text(language, "mspMfaMailNever"))
                    .doesNotContain("mspMfa", "${");
        }
    }

    private static void assertHoldsNoSecret(Mail mail, Enrolled enrolled) {
        Stream<String> codes = enrolled.codes().stream();
        Stream<String> otps = Stream.of(-2, -1, 0, 1).map(enrolled.phone()::code);
        Stream.concat(codes, otps)
                .forEach(code -> assertThat(mail.text() + mail.html() + mail.subject())
                        .doesNotContain(code, code.replace("-", "")));
    }

    private static String text(String language, String key, Object... arguments) {
        return language.equals("de") ? Texts.de(key, arguments) : Texts.en(key, arguments);
    }
}
