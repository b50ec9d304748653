// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What someone who knows the password can't do with codes by e-mail. */
class EmailAttackIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().notifyByEmail(false));

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
    void R16_P3_anotherCodeDoesNotForgetWrongOnes() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String first = story.nextCode(ada);
        for (int i = 0; i < 3; i++) {
            page = browser.post(page, "code", EmailStory.wrong(first)).expect(ChallengePage.ID);
        }
        TENANT.clock().forward(Duration.ofSeconds(31));
        page = browser.post(page, "resend", "true").expect(ChallengePage.ID);
        String second = story.nextCode(ada);
        page = browser.post(page, "code", EmailStory.wrong(second)).expect(ChallengePage.ID);

        browser.post(page, "code", EmailStory.wrong(second)).expect(LockedPage.ID);

        RawPage again = new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);
        assertThat(MAILBOX.hasMailTo(ada)).as("a mail during the pause").isFalse();
        assertThat(again.says("mspMfaWaitTitle")).isTrue();
    }

    @Test
    void R15_aCodeOfAnotherLoginIsWrong() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser owner = new RawBrowser(TENANT);
        RawPage owners = story.toChallenge(owner, ada);
        String code = story.nextCode(ada);
        RawBrowser thief = new RawBrowser(TENANT);
        RawPage thiefs = story.toChallenge(thief, ada);

        thief.post(thiefs, "code", code).expect(ChallengePage.ID);

        assertThat(owner.post(owners, "code", code).signedIn()).isTrue();
    }

    @Test
    void R15_P5_aCodeForOnePurposeIsWrongForAnother() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String login = story.nextCode(ada);
        browser.post(page, "code", login).tokens();
        TENANT.clock().forward(Duration.ofMinutes(21));
        RawPage confirm = browser.login(ada, "kc_action", "msp-mfa-backup-codes", "prompt", "login");

        assertThat(story.nextCode(ada)).isNotEqualTo(login);
        browser.post(confirm.expect(ChallengePage.ID), "code", login).expect(ChallengePage.ID);
    }

    @Test
    void R15_P29_aCodeOfAnotherTabIsWrong() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        story.toChallenge(browser, ada);
        String first = story.nextCode(ada);
        RawPage secondTab = story.toChallenge(browser, ada);
        String second = story.nextCode(ada);

        secondTab = browser.post(secondTab, "code", first).expect(ChallengePage.ID);

        assertThat(browser.post(secondTab, "code", second).signedIn()).isTrue();
    }

    @Test
    void R17_fiveCodesInHalfAnHourAreAllThatAUserGets() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        for (int i = 0; i < 4; i++) {
            story.toChallenge(new RawBrowser(TENANT), ada);
            story.nextCode(ada);
        }

        RawPage refused = new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);

        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(refused.says("mspMfaSentCodeRefusedTitle")).isTrue();
        assertThat(refused.attribute("[data-msp-mfa-retry]", "data-seconds")).matches("1[78]\\d\\d");
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR").get(0).path("error").asText())
                .isEqualTo("slow_down");
        TENANT.clock().forward(Duration.ofMinutes(31));
        RawBrowser later = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(later, ada);
        assertThat(later.post(page, "code", story.nextCode(ada)).signedIn()).isTrue();
    }

    @Test
    void R17_parallelLoginsGetFiveCodesInAllAndEachOfThem() throws Exception {
        User ada = TENANT.user();
        story.enrol(ada);
        Callable<RawPage> login = () -> new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);

        List<RawPage> pages = Parallel.run(Collections.nCopies(8, login));

        for (int i = 0; i < 4; i++) {
            story.nextCode(ada);
        }
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(pages.stream().filter(page -> page.says("mspMfaSentCodeRefusedTitle")))
                .hasSize(4)
                .allSatisfy(page -> assertThat(page.attribute("[data-msp-mfa-retry]", "data-seconds"))
                        .matches("1[78]\\d\\d"));
    }

    @Test
    void R17_aRefusedResendIsRecordedAndLeavesTheLastCodeValid() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        for (int i = 0; i < 3; i++) {
            story.toChallenge(new RawBrowser(TENANT), ada);
            story.nextCode(ada);
        }
        RawPage page = story.toChallenge(browser, ada);
        String last = story.nextCode(ada);
        TENANT.clock().forward(Duration.ofSeconds(31));

        page = browser.post(page, "resend", "true").expect(ChallengePage.ID);

        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR"))
                .singleElement()
                .satisfies(event -> assertThat(event.path("error").asText()).isEqualTo("slow_down"));
        assertThat(browser.post(page, "code", last).signedIn()).isTrue();
    }

    @Test
    void P8_anAddressThatAnAdministratorChangesIsNoFactorUntilItIsProved() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        User moved = new User(ada.id(), ada.username(), "new." + ada.email(), ada.password());
        TENANT.changeUser(ada, user -> user.put("email", moved.email()));

        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, moved);

        browser.post(page, "code", story.nextCode(moved)).expect(DonePage.ID);
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    @Test
    void P8_aCodeIsWorthlessOnceTheAddressHasChanged() throws InterruptedException {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, ada);
        String code = story.nextCode(ada);
        User moved = new User(ada.id(), ada.username(), "new." + ada.email(), ada.password());
        TENANT.changeUser(ada, user -> user.put("email", moved.email()));

        RawPage refused = browser.post(page, "code", code).expect(EmailPage.ID);

        assertThat(refused.says("mspMfaSentCodeMoved")).isTrue();
        RawPage again = browser.post(refused, "resend", "true").expect(EmailPage.ID);
        browser.post(again, "code", story.nextCode(moved)).expect(DonePage.ID);
        assertThat(TENANT.hasCredential(ada, "msp-email")).isTrue();
    }
}
