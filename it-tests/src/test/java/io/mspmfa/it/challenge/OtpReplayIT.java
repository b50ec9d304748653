// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
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

/** A code from the app is accepted once, wherever it is sent again (R9), whatever the tenant's OTP policy says. */
class OtpReplayIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeEach
    void usualOtpPolicy() {
        otpPolicy(1, false);
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void R9_aUsedCodeIsRefusedInASecondLogin() {
        var ada = TENANT.user();
        String code = Story.enrol(TENANT, ada).phone().freshCode();
        assertThat(login(ada, code).signedIn()).isTrue();

        refused(login(ada, code));
    }

    @Test
    void R9_aCodeUsedInTheBrowserIsRefusedInThePasswordGrantAndViceVersa() {
        var ada = TENANT.user();
        var phone = Story.enrol(TENANT, ada).phone();
        String inBrowser = phone.freshCode();
        assertThat(login(ada, inBrowser).signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", inBrowser).signedIn())
                .isFalse();

        String atGrant = phone.freshCode();
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", atGrant).signedIn())
                .isTrue();
        refused(login(ada, atGrant));
    }

    @Test
    void R8_R9_aTenantsSettingsForDriftAndReuseHaveNoEffect() {
        otpPolicy(100, true);
        var ada = TENANT.user();
        var phone = Story.enrol(TENANT, ada).phone();
        TENANT.clock().forward(Duration.ofMinutes(5));
        TENANT.clock().toFreshStep();

        refused(login(ada, phone.code(-2)));
        refused(login(ada, phone.code(2)));
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", phone.code(-3)).signedIn())
                .isFalse();
        String code = phone.freshCode();
        assertThat(login(ada, code).signedIn()).isTrue();
        refused(login(ada, code));
    }

    @Test
    void R9_ofTwentyParallelLoginsWithOneCodeExactlyOneSucceeds() throws InterruptedException, ExecutionException {
        TENANT.setPolicy(Policy.required().attempts(100, 1));
        var ada = TENANT.user();
        var phone = Story.enrol(TENANT, ada).phone();
        List<RawBrowser> browsers =
                IntStream.range(0, 20).mapToObj(i -> new RawBrowser(TENANT)).toList();
        List<RawPage> pages =
                browsers.stream().map(one -> Story.toChallenge(one, ada)).toList();
        String code = phone.freshCode();

        List<RawPage> answers = Parallel.run(IntStream.range(0, 20)
                .<Callable<RawPage>>mapToObj(i -> () -> browsers.get(i).post(pages.get(i), "code", code))
                .toList());

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(RawPage::signedIn).hasSize(1);
    }

    private static RawPage login(User user, String code) {
        RawBrowser fresh = new RawBrowser(TENANT);
        return fresh.post(Story.toChallenge(fresh, user), "code", code);
    }

    private static void refused(RawPage page) {
        page.expect(ChallengePage.ID);
        assertThat(page.errorAt("code")).isNotEmpty();
    }

    private static void otpPolicy(int window, boolean reusable) {
        TENANT.change(realm -> realm.put("otpPolicyLookAheadWindow", window).put("otpPolicyCodeReusable", reusable));
    }
}
