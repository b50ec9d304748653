// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is reported to Keycloak's own brute-force detection, and what happens to a code whose set is removed while it
 * waits.
 */
class DetectorIT {

    /**
     * The secret of an app that was set up before: an enrolment ends in a login, which the detection notices at an
     * unpredictable time.
     */
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void detectionIsOn() {
        // two failures within a second would lock the user at once, whatever the limit
        TENANT.change(realm ->
                realm.put("bruteForceProtected", true).put("failureFactor", 30).put("quickLoginCheckMilliSeconds", 0));
    }

    @Test
    void F4_P2_eachWrongCodeOfARoundIsCountedOnce() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = Phone.withStockSecret(SECRET, TENANT.clock());
        for (int i = 1; i < 5; i++) {
            tryCode(ada, phone.wrongCode()).expect(ChallengePage.ID);
            assertThat(TENANT.detectedFailures(ada, i)).isEqualTo(i);
        }

        tryCode(ada, phone.wrongCode()).expect(LockedPage.ID);

        assertThat(TENANT.detectedFailures(ada, 5)).isEqualTo(5);
    }

    @Test
    void F4_P2_R24_aCompleteLoginClearsTheCount() {
        var ada = TENANT.userWithStockOtp(SECRET);
        Phone phone = Phone.withStockSecret(SECRET, TENANT.clock());
        for (int i = 1; i < 3; i++) {
            tryCode(ada, phone.wrongCode()).expect(ChallengePage.ID);
            assertThat(TENANT.detectedFailures(ada, i)).isEqualTo(i);
        }

        assertThat(tryCode(ada, phone.freshCode()).signedIn()).isTrue();

        assertThat(TENANT.detectedFailures(ada, 0)).isZero();
    }

    @Test
    void R3_aCodeWhoseSetIsDeletedWhileItWaitsIsRefused() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = Story.toBackupCode(browser, ada);

        List<RawPage> answers = Parallel.run(List.of(
                () -> {
                    assertThat(TENANT.probe().deleteCredentialsOnceWaitedFor(ada.username(), "msp-backup-codes"))
                            .as("the post waited")
                            .isTrue();
                    return page;
                },
                () -> {
                    TENANT.probe().awaitDeletion();
                    return browser.post(page, "backupCode", enrolled.code(0));
                }));

        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isFalse();
        assertThat(answers.get(1).expect(BackupCodePage.ID).status()).isEqualTo(200);
    }

    private static RawPage tryCode(User user, String code) {
        RawBrowser browser = new RawBrowser(TENANT);
        return browser.post(Story.toChallenge(browser, user), "code", code);
    }
}
