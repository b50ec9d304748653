// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail servers that are silent, refuse or are missing: the page says so, and no login hangs (P7). */
class MailServerIT {
    /** Three seconds for the mail server, and the rest for a login on a busy machine. The server would take two minutes. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().notifyByEmail(false));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final Mailbox working = new Mailbox();
    private final EmailStory story = new EmailStory(TENANT, working);

    @BeforeEach
    void aMailServerWorks() {
        TENANT.setPolicy(Policy.required().methods("email", "totp").notifyByEmail(false));
        working.servesFor(TENANT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void P7_aCodeThatMayBeLateIsSaidToBeLateAndIsRightWhenItArrives(boolean drips) throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        Mailbox silent = drips ? Mailbox.dripping() : Mailbox.silent();
        silent.servesFor(TENANT);
        RawBrowser browser = new RawBrowser(TENANT);
        Instant start = Instant.now();

        RawPage page = browser.login(ada).expect(ChallengePage.ID);

        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST_WAIT);
        assertThat(page.says("mspMfaSentCodeLateTitle")).isTrue();
        assertThat(page.says("mspMfaUseBackupCode")).isTrue();
        silent.speak();
        String code = new EmailStory(TENANT, silent).nextCode(ada);
        assertThat(browser.post(page, "code", code).signedIn()).isTrue();
    }

    @Test
    void P7_aServerThatRefusesIsSaidToHaveFailedAndAReloadDoesNotTryAgain() throws InterruptedException, IOException {
        User ada = TENANT.user();
        List<String> codes = story.enrol(ada);
        nobodyListens();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = browser.login(ada).expect(ChallengePage.ID);

        assertThat(page.says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(page.attribute("#code", "name"))
                .as("a field for a code that doesn't exist")
                .isEmpty();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR").get(0).path("error").asText())
                .isEqualTo("email_send_failed");
        working.servesFor(TENANT);
        browser.get(page.uri());
        assertThat(working.hasMailTo(ada)).isFalse();
        RawPage backup = browser.post(page, "use", "backup-code").expect(BackupCodePage.ID);
        assertThat(browser.post(backup, "backupCode", codes.get(0)).id()).isNotEqualTo(BackupCodePage.ID);
    }

    @Test
    void P7_theNextCodeArrivesOnceTheServerWorksAgain() throws InterruptedException, IOException {
        User ada = TENANT.user();
        story.enrol(ada);
        nobodyListens();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(ada).expect(ChallengePage.ID);
        working.servesFor(TENANT);
        TENANT.clock().forward(Duration.ofSeconds(31));

        RawPage again = browser.post(page, "resend", "true").expect(ChallengePage.ID);

        assertThat(browser.post(again, "code", story.nextCode(ada)).signedIn()).isTrue();
    }

    @Test
    void A36_withoutAServerTheMethodIsGreyedOutAndOtherWaysAreOffered() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        TENANT.change(realm -> realm.putObject("smtpServer"));

        RawPage backup = new RawBrowser(TENANT).login(ada).expect(BackupCodePage.ID);
        assertThat(backup.says("mspMfaMethodEmailNoServer")).isTrue();
        TENANT.setPolicy(Policy.required().methods("email", "totp", "webauthn").notifyByEmail(false));
        Device laptop = devices.open();
        laptop.login(TENANT.user());
        MethodPage method = laptop.on(MethodPage::new);
        assertThat(method.isGreyedOut("email")).isTrue();
        assertThat(method.text()).contains(Texts.en("mspMfaMethodEmailNoServer"));
    }

    @Test
    void P7_waitingDeliveriesOfOneTenantEndAndDoNotStopAnother() throws Exception {
        List<User> users = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            User user = TENANT.user();
            story.enrol(user);
            users.add(user);
        }
        Mailbox silent = Mailbox.silent();
        silent.servesFor(TENANT);
        List<Callable<RawPage>> logins = users.stream()
                .<Callable<RawPage>>map(user -> () -> new RawBrowser(TENANT).login(user))
                .toList();
        Instant start = Instant.now();

        List<RawPage> pages = Parallel.run(logins);

        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST_WAIT.multipliedBy(3));
        assertThat(pages)
                .filteredOn(page -> page.says("mspMfaSentCodeLateTitle"))
                .hasSize(8);
        assertThat(pages)
                .filteredOn(page -> page.says("mspMfaSentCodeFailedTitle"))
                .hasSize(4);
        silent.speak();
    }

    @Test
    void P6_requestsForTheSamePageAtTheSameMomentSendOneCode() throws Exception {
        User ada = TENANT.user();
        User bob = TENANT.user();
        story.enrol(ada);
        story.enrol(bob);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage login = browser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);
        URI challenge = browser.locationAfter(login, "username", ada.username(), "password", ada.password());
        Mailbox silent = Mailbox.silent();
        silent.servesFor(TENANT);
        EmailStory slow = new EmailStory(TENANT, silent);

        Parallel.run(Collections.nCopies(4, () -> browser.get(challenge)));

        silent.speak();
        String code = slow.nextCode(ada);
        slow.toChallenge(new RawBrowser(TENANT), bob);
        slow.nextCode(bob); // which is served after everything that was waiting
        assertThat(silent.hasMailTo(ada)).isFalse();
        RawPage latest = browser.get(challenge).expect(ChallengePage.ID);
        assertThat(browser.post(latest, "code", code).signedIn()).isTrue();
    }

    private static void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        TENANT.change(realm -> realm.putObject("smtpServer")
                .put("host", TENANT.server().testHost())
                .put("port", Integer.toString(port))
                .put("from", "keycloak@acme.test"));
    }
}
