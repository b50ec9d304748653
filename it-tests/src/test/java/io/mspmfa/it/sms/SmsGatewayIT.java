// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gateways that don't do what they should: the page says so, and no login hangs (P7). */
class SmsGatewayIT {
    private static final Gateway GATEWAY = Gateway.shared();

    /** By how much a login may take longer than with a gateway that answers. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().methods("sms").notifyByEmail(false));

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DRIP"})
    void P7_aCodeThatMayBeLateIsSaidToBeLateAndIsRightWhenItArrives(Treatment treatment) {
        User ada = enrolled(number);
        Duration usual = timeOf(ada, number);
        GATEWAY.treat(number, treatment);
        RawBrowser browser = new RawBrowser(TENANT);
        Instant start = Instant.now();

        RawPage page = story.toChallenge(browser, ada);

        assertThat(Duration.between(start, Instant.now())).isLessThan(usual.plus(LONGEST_WAIT));
        assertThat(page.says("mspMfaSentCodeLateTitle")).isTrue();
        assertThat(page.says("mspMfaUseBackupCode")).isTrue();
        assertThat(browser.post(page, "code", story.nextCode(number)).signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "REDIRECT", "TALK_ON", "HANG_UP"})
    void P7_aGatewayThatDoesntAcceptAMessageIsSaidToHaveFailed(Treatment treatment) {
        User ada = TENANT.user();
        List<String> codes = story.enrol(ada, number);
        GATEWAY.treat(number, treatment);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = story.toChallenge(browser, ada);

        assertThat(page.says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(page.attribute("#code", "name"))
                .as("a field for a code that doesn't exist")
                .isEmpty();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR").get(0).path("error").asText())
                .isEqualTo("sms_send_failed");
        assertThat(GATEWAY.allTo(number)).as("tries, and redirects followed").hasSize(1);
        assertThat(TENANT.server().log()).doesNotContain("stack trace of the gateway");
        browser.get(page.uri());
        assertThat(GATEWAY.allTo(number)).as("after a reload").isEmpty();
        RawPage backup = browser.post(page, "use", "backup-code").expect(BackupCodePage.ID);
        assertThat(browser.post(backup, "backupCode", codes.get(0)).id()).isNotEqualTo(BackupCodePage.ID);
    }

    @Test
    void P7_theNextCodeArrivesOnceTheGatewayWorksAgain() {
        User ada = enrolled(number);
        GATEWAY.treat(number, Treatment.FAIL);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        story.nextCode(number);
        GATEWAY.treat(number, Treatment.ACCEPT);
        TENANT.clock().forward(Duration.ofSeconds(31));

        RawPage again = browser.post(page, "resend", "true").expect(ChallengePage.ID);

        assertThat(browser.post(again, "code", story.nextCode(number)).signedIn())
                .isTrue();
    }

    @Test
    void R17_aCodeThatTheGatewayRefusedCountsAsSent() {
        User ada = enrolled(number);
        GATEWAY.treat(number, Treatment.FAIL);
        for (int i = 0; i < 4; i++) {
            assertThat(story.toChallenge(new RawBrowser(TENANT), ada).says("mspMfaSentCodeFailedTitle"))
                    .isTrue();
        }
        GATEWAY.treat(number, Treatment.ACCEPT);
        GATEWAY.allTo(number);

        RawPage sixth = story.toChallenge(new RawBrowser(TENANT), ada);

        assertThat(sixth.says("mspMfaSentCodeRefusedTitle")).isTrue();
        assertThat(GATEWAY.allTo(number)).isEmpty();
    }

    @Test
    void P7_aHangingGatewayHoldsEightLoginsAtMostAndNotForLong() throws Exception {
        List<Callable<RawPage>> logins = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String own = GATEWAY.newNumber();
            User user = enrolled(own);
            GATEWAY.treat(own, Treatment.SILENT);
            logins.add(() -> story.toChallenge(new RawBrowser(TENANT), user));
        }

        List<RawPage> pages = Parallel.run(logins);

        assertThat(pages)
                .filteredOn(page -> page.says("mspMfaSentCodeLateTitle"))
                .hasSize(8);
        assertThat(pages)
                .filteredOn(page -> page.says("mspMfaSentCodeFailedTitle"))
                .hasSize(4);
        sendsAgainWithinAFewLogins();
    }

    /** A message that hangs is given up after four seconds. */
    private void sendsAgainWithinAFewLogins() {
        boolean sent = false;
        for (int i = 0; i < 40 && !sent; i++) {
            RawBrowser browser = new RawBrowser(TENANT);
            RawPage page = story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), GATEWAY.newNumber());
            sent = !page.says("mspMfaSentCodeFailedTitle");
        }
        assertThat(sent).isTrue();
    }

    private Duration timeOf(User user, String phone) {
        Instant start = Instant.now();
        story.toChallenge(new RawBrowser(TENANT), user);
        Duration time = Duration.between(start, Instant.now());
        story.nextCode(phone);
        return time;
    }

    private User enrolled(String phone) {
        User user = TENANT.user();
        story.enrol(user, phone);
        return user;
    }
}
