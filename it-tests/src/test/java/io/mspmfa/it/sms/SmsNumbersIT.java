// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers can be set up, and by whom. */
class SmsNumbersIT {
    private static final Gateway GATEWAY = Gateway.shared();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().notifyByEmail(false));

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @BeforeEach
    void smsOnly() {
        TENANT.setPolicy(sms());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | mspMfaPhoneEmpty",
                "'  '                                | mspMfaPhoneEmpty",
                "0151 23456789                       | mspMfaPhoneNoCountry",
                "112                                 | mspMfaPhoneNoCountry",
                "+49 151 23CALL89                    | mspMfaPhoneLetters",
                "+49 151 23456789 ext. 5             | mspMfaPhoneExtension",
                "+49 151 23456789;ext=5              | mspMfaPhoneExtension",
                "+49 151 23456789,,5                 | mspMfaPhoneExtension",
                "+49 151                             | mspMfaPhoneInvalid",
                "+49 110                             | mspMfaPhoneInvalid",
                "+999 151 23456789                   | mspMfaPhoneInvalid",
                "+49 900 1234567                     | mspMfaPhoneKind",
                "+49 30 901820                       | mspMfaPhoneKind",
                "+44 70 1234 5678                    | mspMfaPhoneKind",
                "+49 151 23456789 or +49 151 23456780| mspMfaPhoneLetters",
                "+49 151 23456789''>&<              | mspMfaPhoneUnreadable"
            })
    void A32_R18_aNumberThatCantGetCodesIsRefusedWithTheReason(String typed, String reason) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage asked = story.toNumberPage(browser, TENANT.user());

        RawPage again =
                browser.post(asked, "phoneNumber", typed, "next", "true").expect(SmsPage.ID);

        assertThat(again.errorAt("phoneNumber")).isEqualTo(Texts.en(reason));
        assertThat(again.fields()).containsEntry("phoneNumber", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+٤٩ ١٥١ %s", "+49 (0) 151 %s", "+49-151/%s", "\u202a+49 151 %s\u202c"})
    void A32_aNumberIsUnderstoodHoweverItIsWritten(String pattern) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage asked = story.toNumberPage(browser, TENANT.user());
        String typed = pattern.formatted(number.substring(6));

        RawPage page = story.toCodePage(browser, asked, typed);

        browser.post(page, "code", story.nextCode(number)).expect(DonePage.ID);
    }

    @Test
    void A32_thePolicyDecidesWhichKindsOfNumbersCanBeSetUp() {
        String american = "+14155552671";
        TENANT.setPolicy(sms().numberTypes("MOBILE"));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage asked = story.toNumberPage(browser, TENANT.user());
        RawPage refused =
                browser.post(asked, "phoneNumber", american, "next", "true").expect(SmsPage.ID);
        assertThat(refused.errorAt("phoneNumber")).isEqualTo(Texts.en("mspMfaPhoneKind"));

        TENANT.setPolicy(sms().numberTypes("FIXED_LINE_OR_MOBILE"));
        RawPage page = story.toCodePage(browser, refused, american);

        browser.post(page, "code", story.nextCode(american)).expect(DonePage.ID);
    }

    @Test
    void A32_ifNoOtherUserMayHaveTheNumberOnlyItsOwnerIsToldThatSomebodyHas() {
        story.enrol(TENANT.user(), number);
        TENANT.setPolicy(sms().uniqueNumbers());
        User bob = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, bob), number);
        String code = story.nextCode(number);

        RawPage wrong = browser.post(page, "code", SmsStory.wrong(code)).expect(SmsPage.ID);
        assertThat(wrong.errorAt("code")).isNotEmpty();
        RawPage taken = browser.post(wrong, "code", code).expect(SmsPage.ID);

        assertThat(taken.errorAt("phoneNumber")).isEqualTo(Texts.en("mspMfaPhoneTaken"));
        assertThat(TENANT.hasCredential(bob, "msp-sms")).isFalse();
        String other = GATEWAY.newNumber();
        RawPage next = browser.post(taken, "phoneNumber", other, "next", "true").expect(SmsPage.ID);
        browser.post(next, "code", story.nextCode(other)).expect(DonePage.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "credential", "reset"})
    void A32_R32_aNumberIsFreeAgainHoweverItsOwnerLostIt(String removed) {
        TENANT.setPolicy(sms().uniqueNumbers());
        User ada = TENANT.user();
        story.enrol(ada, number);
        switch (removed) {
            case "user" -> TENANT.admin().delete(TENANT.userPath(ada));
            case "credential" -> TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + credential(ada));
            default ->
                TENANT.admin()
                        .post("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset", "{\"reason\": \"lost\"}");
        }

        User bob = TENANT.user();
        story.enrol(bob, number);

        assertThat(TENANT.hasCredential(bob, "msp-sms")).isTrue();
    }

    @Test
    void A32_ofTwoUsersWhoProveTheSameNumberAtTheSameMomentOneGetsIt() throws Exception {
        TENANT.setPolicy(sms().uniqueNumbers());
        List<User> users = List.of(TENANT.user(), TENANT.user());
        List<Callable<RawPage>> proofs = new ArrayList<>();
        for (User user : users) {
            RawBrowser browser = new RawBrowser(TENANT);
            RawPage page = story.toCodePage(browser, story.toNumberPage(browser, user), number);
            String code = story.nextCode(number);
            proofs.add(() -> browser.post(page, "code", code));
        }

        List<RawPage> answers = Parallel.run(proofs);

        assertThat(answers).extracting(RawPage::id).containsOnlyOnce(DonePage.ID);
        assertThat(answers)
                .filteredOn(page -> !page.id().equals(DonePage.ID))
                .singleElement()
                .extracting(page -> page.errorAt("phoneNumber"))
                .isEqualTo(Texts.en("mspMfaPhoneTaken"));
        assertThat(users)
                .filteredOn(user -> TENANT.hasCredential(user, "msp-sms"))
                .hasSize(1);
    }

    @Test
    void A32_whereNumbersMayBeSharedTwoUsersHaveTheSame() {
        User ada = TENANT.user();
        User bob = TENANT.user();
        story.enrol(ada, number);
        story.enrol(bob, number);

        for (User user : new User[] {ada, bob}) {
            RawBrowser browser = new RawBrowser(TENANT);
            RawPage page = story.toChallenge(browser, user);
            assertThat(browser.post(page, "code", story.nextCode(number)).signedIn())
                    .isTrue();
        }
    }

    @Test
    void P8_R15_aCodeThatWentToTheNumberBeforeIsWorthlessOnceItIsReplaced() {
        User ada = TENANT.user();
        story.enrol(ada, number);
        RawBrowser thief = new RawBrowser(TENANT);
        RawPage waiting = story.toChallenge(thief, ada);
        String old = story.nextCode(number);
        String fresh = GATEWAY.newNumber();
        replace(ada, fresh);

        RawPage moved = thief.post(waiting, "code", old).expect(ChallengePage.ID);

        assertThat(moved.says("mspMfaSentCodeMoved")).isTrue();
        RawPage again = thief.post(moved, "resend", "true").expect(ChallengePage.ID);
        assertThat(thief.post(again, "code", old).signedIn()).isFalse();
    }

    private void replace(User user, String fresh) {
        TENANT.clock().forward(Duration.ofSeconds(31));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(user, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        page = browser.post(page, "code", story.nextCode(number)).expect(ManagePage.ID);
        page = browser.post(page, "action", page.attribute("[value^='replace:']", "value"))
                .expect(SmsPage.ID);
        page = browser.post(page, "phoneNumber", fresh, "next", "true").expect(BackupCodesPage.ID);
        page = browser.post(page, "saved", "true", "next", "true").expect(SmsPage.ID);
        browser.post(page, "code", story.nextCode(fresh)).expect(DonePage.ID);
    }

    private static String credential(User user) {
        for (var credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("msp-sms")) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No number");
    }

    private static Policy sms() {
        return Policy.required().methods("sms").notifyByEmail(false);
    }
}
