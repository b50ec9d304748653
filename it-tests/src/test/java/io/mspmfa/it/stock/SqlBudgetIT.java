// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.email.EmailStory;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The cost limit: no SQL statement before the challenge is shown, at most one more for a complete login with a code,
 * and one for each wrong code. Keycloak writes sessions asynchronously, so a count may include the aftermath of an
 * earlier login; this takes the lowest of several counts.
 */
class SqlBudgetIT {

    private static final Mailbox MAILBOX = new Mailbox();
    private static final int WARM_UP = 2;
    private static final int RUNS = 6;
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged().withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant MANAGED = Tenant.managed(Policy.required()).withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant WITHOUT_EVENTS = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant BY_EMAIL = Tenant.managed(
                    Policy.required().methods("email").notifyByEmail(false))
            .withKeycloaksOwnDefaults();

    @Test
    void theChallengeCostsNoStatementAndTheLoginAtMostOneMore() throws Exception {
        STOCK.change(realm -> realm.put("otpPolicyCodeReusable", true));
        User plain = STOCK.userWithStockOtp(SECRET);
        Phone plainPhone = Phone.withStockSecret(SECRET, STOCK.clock());
        User enrolled = MANAGED.user();
        Phone phone = Story.enrol(MANAGED, enrolled).phone();

        Cost stock = leastCost(() -> cost(STOCK, plain, "otp", () -> plainPhone.code(0)));
        Cost managed = leastCost(() -> cost(MANAGED, enrolled, "code", phone::freshCode));
        Cost byEmail = leastCost(costsByEmail());

        Files.writeString(
                Path.of("target", "sql-statements.txt"),
                String.join(System.lineSeparator(), "stock " + stock, "managed " + managed, "by e-mail " + byEmail));
        assertThat(managed.beforeChallenge())
                .as("before the challenge, stock %s", stock)
                .isLessThanOrEqualTo(stock.beforeChallenge());
        assertThat(managed.whole()).as("whole login, stock %s", stock).isLessThanOrEqualTo(stock.whole() + 1);
        assertThat(byEmail.beforeChallenge())
                .as("before the challenge by e-mail, stock %s", stock)
                .isLessThanOrEqualTo(stock.beforeChallenge());
        assertThat(byEmail.whole()).as("whole login by e-mail, stock %s", stock).isLessThanOrEqualTo(stock.whole() + 1);
        assertThat(stock.whole()).as("the counter counts").isPositive();
    }

    @Test
    void R21_aWrongCodeCostsOneStatement() {
        // otherwise, Keycloak stores one for each wrong code
        WITHOUT_EVENTS.change(realm -> realm.put("eventsEnabled", false));
        User ada = WITHOUT_EVENTS.user();
        Phone phone = Story.enrol(WITHOUT_EVENTS, ada).phone();
        RawBrowser browser = new RawBrowser(WITHOUT_EVENTS);
        RawPage[] page = {Story.toChallenge(browser, ada)};
        long least = Long.MAX_VALUE;

        for (int i = 0; i < 4; i++) { // the fifth starts a pause, which the status list shows
            least = Math.min(least, WITHOUT_EVENTS.probe().statementsDuring(() -> {
                page[0] = browser.post(page[0], "code", phone.wrongCode()).expect(ChallengePage.ID);
            }));
        }

        assertThat(least).isEqualTo(1);
    }

    /** Half an hour apart, because a user gets five codes in that time. */
    private static Supplier<Cost> costsByEmail() throws InterruptedException {
        MAILBOX.servesFor(BY_EMAIL);
        User user = BY_EMAIL.user();
        new EmailStory(BY_EMAIL, MAILBOX).enrol(user);
        return () -> {
            BY_EMAIL.clock().forward(Duration.ofMinutes(31));
            return cost(BY_EMAIL, user, "code", () -> MAILBOX.codeTo(user));
        };
    }

    private static Cost leastCost(Supplier<Cost> login) {
        Cost least = new Cost(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            Cost cost = login.get();
            if (i >= WARM_UP) {
                least = least.least(cost);
            }
        }
        return least;
    }

    private static Cost cost(Tenant tenant, User user, String field, Supplier<String> codes) {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage[] page = new RawPage[1];
        long before = tenant.probe().statementsDuring(() -> page[0] = browser.login(user));
        assertThat(page[0].id()).isIn(ChallengePage.ID, "login-login-otp");
        String code = codes.get();
        long after = tenant.probe().statementsDuring(() -> {
            RawPage end = browser.post(page[0], field, code);
            assertThat(end.signedIn()).isTrue();
        });
        return new Cost(before, after);
    }

    private record Cost(long beforeChallenge, long afterCode) {

        long whole() {
            return beforeChallenge + afterCode;
        }

        Cost least(Cost other) {
            return new Cost(Math.min(beforeChallenge, other.beforeChallenge), Math.min(afterCode, other.afterCode));
        }
    }
}
