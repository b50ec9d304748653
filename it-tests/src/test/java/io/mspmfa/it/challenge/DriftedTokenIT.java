// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockOtpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hardware tokens of a migrated realm, whose clocks are minutes off: two consecutive codes bring them back (R8). */
class DriftedTokenIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged();

    @BeforeEach
    void usualPolicy() {
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void R8_twoConsecutiveCodesLetADriftedTokenInAndItIsFollowedFromThenOn() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone slow = token();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, ada);
        TENANT.clock().toFreshStep();

        RawPage again = refused(browser.post(challenge, "code", slow.code(-5)));
        TENANT.clock().toFreshStep();
        assertThat(browser.post(again, "code", slow.code(-5)).signedIn()).isTrue();

        TENANT.clock().toFreshStep();
        assertThat(login(ada, slow.code(-5)).signedIn()).isTrue();
        refused(login(ada, slow.code(0)));
    }

    @Test
    void R8_aTokenThatIsAheadIsAcceptedInThePasswordGrantAtTheSecondRequest() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone fast = token();
        TENANT.clock().toFreshStep();

        assertThat(grant(ada, fast.code(9))).isFalse();
        assertThat(grant(ada, fast.code(10))).isTrue();
        assertThat(grant(ada, fast.code(11))).isTrue();
    }

    @Test
    void R8_codesThatAreTooFarAwayOrNotConsecutiveBringNothingBack() {
        TENANT.setPolicy(Policy.required().attempts(100, 1));
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = token();
        TENANT.clock().toFreshStep();

        for (int step : List.of(-12, -11, 11, 12, -5, -5, -7, -5, -6, 4, 6, 8)) {
            assertThat(grant(ada, phone.code(step))).as("step " + step).isFalse();
        }
    }

    @Test
    void R9_neitherOfTheTwoCodesIsAcceptedOnceMore() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone slow = token();
        TENANT.clock().toFreshStep();
        String first = slow.code(-5);
        String second = slow.code(-4);
        refused(login(ada, first));
        assertThat(login(ada, second).signedIn()).isTrue();

        refused(login(ada, first));
        refused(login(ada, second));
        assertThat(grant(ada, second)).isFalse();
    }

    @Test
    void R9_aCodeThatHasBeenUsedIsNotTheFirstOfTwo() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = token();
        TENANT.clock().toFreshStep();
        assertThat(login(ada, phone.code(0)).signedIn()).isTrue();
        TENANT.clock().forward(Duration.ofSeconds(150));

        refused(login(ada, phone.code(-5)));
        refused(login(ada, phone.code(-4)));
    }

    @Test
    void R9_ofTwentyParallelPostsOfTheSecondCodeExactlyOneSucceeds() throws InterruptedException, ExecutionException {
        TENANT.setPolicy(Policy.required().attempts(100, 1));
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone slow = token();
        List<RawBrowser> browsers =
                IntStream.range(0, 20).mapToObj(i -> new RawBrowser(TENANT)).toList();
        List<RawPage> pages =
                browsers.stream().map(one -> Story.toChallenge(one, ada)).toList();
        TENANT.clock().toFreshStep();
        assertThat(grant(ada, slow.code(-5))).isFalse();
        String second = slow.code(-4);

        List<RawPage> answers = Parallel.run(IntStream.range(0, 20)
                .<Callable<RawPage>>mapToObj(i -> () -> browsers.get(i).post(pages.get(i), "code", second))
                .toList());

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(RawPage::signedIn).hasSize(1);
    }

    @Test
    void R21_eachCodeThatIsRefusedOnTheWayCountsAsAnAttempt() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = token();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = Story.toChallenge(browser, ada);
        TENANT.clock().toFreshStep();

        for (int step : List.of(-5, -3, -8, 6)) {
            page = refused(browser.post(page, "code", phone.code(step)));
        }
        browser.post(page, "code", phone.code(3)).expect(LockedPage.ID);

        RawBrowser fresh = new RawBrowser(TENANT);
        fresh.post(Story.toChallenge(fresh, ada), "code", phone.code(4)).expect(LockedPage.ID);
    }

    /** What is stored about the drift travels with the credential, and Keycloak without this extension reads it. */
    @Test
    void R8_theDriftIsPartOfACredentialThatKeycloakReads() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone slow = token();
        TENANT.clock().toFreshStep();
        assertThat(grant(ada, slow.code(-5))).isFalse();
        assertThat(grant(ada, slow.code(-4))).isTrue();

        var moved = TENANT.user();
        add(TENANT, moved, exported(ada));
        assertThat(grant(moved, slow.code(-5))).isTrue();

        TENANT.clock().reset();
        var stock = STOCK.user();
        add(STOCK, stock, exported(ada));
        RawBrowser browser = new RawBrowser(STOCK);
        RawPage form = browser.login(stock).expect(StockOtpPage.ID);
        assertThat(browser.post(form, "otp", token().code(0)).signedIn()).isTrue();
    }

    private static Phone token() {
        return Phone.withStockSecret(SECRET, TENANT.clock());
    }

    private static RawPage login(User user, String code) {
        RawBrowser fresh = new RawBrowser(TENANT);
        return fresh.post(Story.toChallenge(fresh, user), "code", code);
    }

    private static boolean grant(User user, String code) {
        return TestApp.passwordGrant(TENANT, user, "otp", code).signedIn();
    }

    private static RawPage refused(RawPage page) {
        page.expect(ChallengePage.ID);
        assertThat(page.errorAt("code")).isNotEmpty();
        return page;
    }

    /** The public part of the user's token as administrators and exports have it. */
    private static String exported(User user) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("otp")) {
                return credential.path("credentialData").asText();
            }
        }
        throw new AssertionError("The user has no token");
    }

    private static void add(Tenant tenant, User user, String credentialData) {
        tenant.changeUser(
                user,
                json -> json.putArray("credentials")
                        .addObject()
                        .put("type", "otp")
                        .put("createdDate", System.currentTimeMillis()) // after the server's start
                        .put(
                                "secretData",
                                JSON.createObjectNode().put("value", SECRET).toString())
                        .put("credentialData", credentialData));
    }
}
