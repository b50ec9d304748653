// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many codes a realm and the server may send in an hour of the clock (R17): here four and six. */
class SendLimitsIT {
    private static final Mailbox MAILBOX = new Mailbox();

    private static final KeycloakServer SERVER = Servers.withOptions(
            "send-limits",
            "--spi-credential--msp-email--realm-per-hour=4",
            "--spi-credential--msp-email--server-per-hour=6");

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();
    private static final Tenant OTHER = Tenant.on(() -> SERVER).create();

    @BeforeAll
    static void mailGoesOut() {
        for (Tenant tenant : new Tenant[] {TENANT, OTHER}) {
            tenant.setPolicy(Policy.required().methods("email").notifyByEmail(false));
            MAILBOX.servesFor(tenant);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    /** Twenty minutes before the next hour, in which nothing has been sent in this one. */
    @BeforeEach
    void anotherHour() {
        Instant hour = TENANT.clock().now().truncatedTo(ChronoUnit.HOURS);
        TENANT.clock().moveTo(hour.plus(Duration.ofMinutes(100)));
    }

    @Test
    void R17_whatTheRealmMayNotSendIsNotCountedAgainstTheUser() throws InterruptedException {
        User ada = TENANT.user();
        User bob = TENANT.user();
        enrol(TENANT, ada);
        enrol(TENANT, bob);
        sends(TENANT, bob);
        sends(TENANT, bob);

        for (int i = 0; i < 4; i++) {
            RawPage refused = refuses(TENANT, ada);
            assertThat(Integer.parseInt(refused.attribute("[data-msp-mfa-retry]", "data-seconds")))
                    .isBetween(1000, 1200);
        }

        TENANT.clock().forward(Duration.ofMinutes(21));
        sends(TENANT, ada);
    }

    @Test
    void R17_whatTheServerMayNotSendIsCountedAgainstNobody() throws InterruptedException {
        User ada = TENANT.user();
        User named = OTHER.user();
        User eve = new User(named.id(), named.username(), "eve@other.test", named.password());
        OTHER.changeUser(named, user -> user.put("email", eve.email()));
        enrol(OTHER, eve);
        enrol(TENANT, ada);
        for (int i = 0; i < 2; i++) {
            sends(OTHER, eve);
            sends(TENANT, ada);
        }

        for (int i = 0; i < 3; i++) {
            refuses(TENANT, ada);
        }

        TENANT.clock().forward(Duration.ofMinutes(21));
        sends(TENANT, ada);
        sends(TENANT, ada);
    }

    private static void enrol(Tenant tenant, User user) throws InterruptedException {
        new EmailStory(tenant, MAILBOX).enrol(user);
    }

    private static void sends(Tenant tenant, User user) throws InterruptedException {
        new RawBrowser(tenant).login(user).expect(ChallengePage.ID);
        MAILBOX.nextTo(user);
    }

    private static RawPage refuses(Tenant tenant, User user) {
        RawPage page = new RawBrowser(tenant).login(user).expect(ChallengePage.ID);
        assertThat(page.says("mspMfaSentCodeRefusedTitle")).isTrue();
        assertThat(MAILBOX.hasMailTo(user)).isFalse();
        return page;
    }
}
