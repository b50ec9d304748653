// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak's own recovery codes in a managed realm: they prove a factor, work once, and wrong ones are counted. */
class RecoveryCodesIT {

    private static final String ACTION = "CONFIGURE_RECOVERY_AUTHN_CODES";
    private static final String PAGE = "login-login-recovery-authn-code-input";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeEach
    void appsAreAskedFor() {
        TENANT.setPolicy(Policy.required());
        ask("auth-otp-form", "auth-recovery-authn-code-form");
    }

    @Test
    void R3_ofTwentyParallelPostsOfOneRecoveryCodeExactlyOneSucceeds() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        List<String> codes = codes(ada, true);
        List<RawBrowser> browsers =
                IntStream.range(0, 20).mapToObj(i -> new RawBrowser(TENANT)).toList();
        List<RawPage> pages = browsers.stream()
                .map(browser -> browser.login(ada).expect(PAGE))
                .toList();

        List<RawPage> answers = Parallel.run(IntStream.range(0, 20)
                .<Callable<RawPage>>mapToObj(
                        i -> () -> browsers.get(i).post(pages.get(i), "recoveryCodeInput", codes.get(0)))
                .toList());

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(RawPage::atApp).hasSize(1);
        assertThat(answers.stream().filter(RawPage::atApp).allMatch(RawPage::signedIn))
                .isTrue();
        assertThat(enter(ada, codes.get(1)).signedIn()).as("nobody was locked").isTrue();
    }

    @Test
    void R21_fiveWrongRecoveryCodesLockAndACorrectOneIsNotUsedUpMeanwhile() {
        var ada = TENANT.user();
        List<String> codes = codes(ada, true);
        for (int i = 0; i < 5; i++) {
            enter(ada, "WRONGWRONG" + i + i).expect(PAGE);
        }

        enter(ada, codes.get(0)).expect(PAGE);
        TENANT.clock().forward(Duration.ofSeconds(31));

        assertThat(enter(ada, codes.get(0)).signedIn()).isTrue();
        assertThat(enter(ada, codes.get(0)).signedIn()).isFalse();
    }

    @Test
    void A52_anAdministratorSeesThatACodeWasUsed() {
        var ada = TENANT.user();
        List<String> codes = codes(ada, true);

        assertThat(enter(ada, codes.get(0)).signedIn()).isTrue();

        TENANT.credentials(ada).forEach(stored -> {
            if (stored.path("type").asText().equals("recovery-authn-codes")) {
                assertThat(TENANT.probe().storedUses())
                        .contains(stored.path("id").asText());
            }
        });
    }

    @Test
    void A3_recoveryCodesAloneAreNotAFactor() {
        TENANT.setPolicy(Policy.optional());
        var ada = TENANT.user();
        List<String> codes = codes(ada, false);
        TENANT.setPolicy(Policy.required());

        enter(ada, codes.get(0)).expect(TotpPage.ID);
    }

    private static RawPage enter(User user, String code) {
        RawBrowser browser = new RawBrowser(TENANT);
        return browser.post(browser.login(user).expect(PAGE), "recoveryCodeInput", code);
    }

    /** Recovery codes of a user with or without an authenticator app; from then on, logins ask for them. */
    private static List<String> codes(User user, boolean withApp) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page;
        if (withApp) {
            var enrolled = Story.enrol(TENANT, user);
            RawPage challenge = browser.login(user, "kc_action", ACTION).expect(ChallengePage.ID);
            page = browser.post(challenge, "code", enrolled.phone().freshCode());
        } else {
            page = browser.login(user, "kc_action", ACTION);
        }
        Map<String, String> fields = page.fields();
        fields.put("userLabel", "My codes");
        fields.put("kcRecoveryCodesConfirmationCheck", "on");
        Form form = new Form();
        fields.forEach(form::add);
        assertThat(browser.post(page.action(), form).signedIn()).isTrue();
        ask("auth-recovery-authn-code-form", "auth-otp-form");
        return List.of(fields.getOrDefault("generatedRecoveryAuthnCodes", "").split(","));
    }

    private static void ask(String provider, String notThis) {
        new Flows(TENANT).require("browser", provider, "ALTERNATIVE");
        new Flows(TENANT).require("browser", notThis, "DISABLED");
    }
}
