// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users who are deleted while they sign in. */
class DeletedUserIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final NoStackTraces log = new NoStackTraces(TENANT);

    /** Everything sent here is correct: with a user who still exists, it leads to the next step. */
    @ParameterizedTest
    @CsvSource({"0," + BackupCodesPage.ID, "1," + VerifyTotpPage.ID, "2," + DonePage.ID})
    void aUserDeletedMidwayGetsNoFurther(int steps, String next) {
        var ada = TENANT.user();
        setUpStep(steps, ada, () -> {}).expect(next);
        var deleted = TENANT.user();

        RawPage after = setUpStep(steps, deleted, () -> TENANT.probe().deleteUser(deleted.username()));

        assertThat(after.status()).isLessThan(500);
        after.expect(KeycloakErrorPage.ID);
    }

    @Test
    void aUserDeletedAtTheChallengeGetsNoFurther() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, ada);
        TENANT.probe().deleteUser(ada.username());

        RawPage after = browser.post(challenge, "code", enrolled.phone().freshCode());

        assertThat(after.status()).isLessThan(500);
        after.expect(KeycloakErrorPage.ID);
    }

    /** The response to the enrolment form after this many steps, submitted after something else has happened. */
    private static RawPage setUpStep(int steps, User user, Runnable meanwhile) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(user).expect(TotpPage.ID);
        List<String> pair = Phone.typeIn(page.key(), TENANT.clock()).pair();
        List<String[]> forms =
                List.of(new String[] {"next", "true"}, new String[] {"saved", "true", "next", "true"}, new String[] {
                    "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true"
                });
        for (String[] form : forms.subList(0, steps)) {
            page = browser.post(page, form);
        }
        meanwhile.run();
        return browser.post(page, forms.get(steps));
    }
}
