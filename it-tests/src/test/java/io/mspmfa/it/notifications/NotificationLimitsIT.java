// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** E-mails that are not sent, can't be sent, or contain what people typed (R32). */
class NotificationLimitsIT {

    @RegisterExtension
    static final Tenant MUTE = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant SWITCHED_OFF = Tenant.managed(Policy.required().notifyByEmail(false));

    @RegisterExtension
    static final Tenant UNMANAGED = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant SLOW = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant DEAD = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant DOUBLED = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant ODD = Tenant.managed(Policy.required().contact("<b>IT</b> & ${mspMfaFinish} \"desk\""));

    @Test
    void R32_withoutAMailServerLoginsWorkAndTheLogSaysSoOnce() {
        Story.enrol(MUTE, MUTE.user());
        Story.enrol(MUTE, MUTE.user());

        assertThat(linesOf(MUTE, "Realm " + MUTE.name() + " has no mail server"))
                .singleElement()
                .asString()
                .contains("WARN");
    }

    @Test
    void R32_nothingIsSentIfSwitchedOffOrUnmanagedOrWithoutAnAddress() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(SWITCHED_OFF);
        mailbox.servesFor(UNMANAGED);
        var ada = SWITCHED_OFF.user();
        Story.enrol(SWITCHED_OFF, ada);
        var bob = UNMANAGED.user();
        UNMANAGED.addStockOtp(bob, "some secret of bob's");
        SWITCHED_OFF.setPolicy(Policy.required());
        var nobody = SWITCHED_OFF.user();
        SWITCHED_OFF.changeUser(nobody, json -> json.put("email", ""));
        SWITCHED_OFF.addStockOtp(nobody, "some secret of nobody");

        var last = SWITCHED_OFF.user();
        Story.enrol(SWITCHED_OFF, last);
        mailbox.nextTo(last);

        assertThat(List.of(ada, bob, nobody)).noneMatch(mailbox::hasMailTo);
    }

    @Test
    void P27_keycloaksOwnMailerSendsItsEmailsTooIfARealmUsesIt() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(DOUBLED);
        DOUBLED.change(realm -> realm.withArray("eventsListeners").add("email"));
        var ada = DOUBLED.user();

        Story.enrol(DOUBLED, ada);

        List<String> subjects = List.of(
                mailbox.nextTo(ada).subject(),
                mailbox.nextTo(ada).subject(),
                mailbox.nextTo(ada).subject());
        assertThat(subjects)
                .as("ours, and one of Keycloak's for each credential")
                .containsExactlyInAnyOrder(
                        Texts.en("mspMfaMailSubjectFactorAdded", "Acme Ltd"), "Update credential", "Update credential");
        assertThat(mailbox.hasMailTo(ada)).isFalse();
    }

    @Test
    void R32_nobodyWaitsForASlowMailServer() throws InterruptedException {
        Mailbox mailbox = Mailbox.silent();
        mailbox.servesFor(SLOW);
        var ada = SLOW.user();

        Story.enrol(SLOW, ada);

        mailbox.speak();
        assertThat(mailbox.nextTo(ada).subject()).contains("Acme Ltd");
    }

    @Test
    void R32_aDeadMailServerBreaksNothingAndCausesOneWarning() throws InterruptedException, IOException {
        String port = Integer.toString(unusedPort());
        DEAD.change(realm -> realm.putObject("smtpServer")
                .put("host", "localhost")
                .put("port", port)
                .put("from", "keycloak@acme.test"));
        var ada = DEAD.user();

        var enrolled = Story.enrol(DEAD, ada);

        RawBrowser browser = new RawBrowser(DEAD);
        RawPage challenge = Story.toChallenge(browser, ada);
        assertThat(browser.post(challenge, "code", enrolled.phone().freshCode()).signedIn())
                .as("the factor is kept and works")
                .isTrue();

        String warning = "The e-mail FACTOR_ADDED to user " + ada.id();
        awaitInLog(DEAD, warning);
        assertThat(linesOf(DEAD, warning)).singleElement().asString().contains("WARN", "ConnectException");
        assertThat(linesOf(DEAD, "[io.mspmfa")).noneMatch(line -> line.contains(ada.email()));
    }

    @Test
    void R32_whatPeopleTypedBecomesNeitherMarkupNorAHeader() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        mailbox.servesFor(ODD);
        ODD.change(realm -> realm.put("displayName", "Acme\r\nBcc: eve@acme.test\r\n\r\n<i>Ltd</i> {0} 'quoted'"));
        var ada = ODD.user();

        Story.enrol(ODD, ada);

        Mail mail = mailbox.nextTo(ada);
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.subject()).contains("Acme Bcc: eve@acme.test <i>Ltd</i> {0} 'quoted'");
        assertThat(mail.html()).doesNotContain("<i>", "<b>").contains("&lt;i&gt;Ltd", "&lt;b&gt;IT&lt;/b&gt; &amp;");
        assertThat(mail.text()).contains("<b>IT</b> &", "\"desk\"");
    }

    private static List<String> linesOf(Tenant tenant, String text) {
        return tenant.server().log().lines().filter(line -> line.contains(text)).toList();
    }

    /** Polls, because nothing else shows that the server has given up on an e-mail. */
    private static void awaitInLog(Tenant tenant, String text) throws InterruptedException {
        var poll = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = poll.scheduleWithFixedDelay(
                    () -> {
                        if (!linesOf(tenant, text).isEmpty()) {
                            poll.shutdown();
                        }
                    },
                    0,
                    200,
                    TimeUnit.MILLISECONDS);
            assertThat(poll.awaitTermination(30, TimeUnit.SECONDS)).as(text).isTrue();
        } finally {
            poll.shutdownNow();
        }
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
