// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Keycloak's own brute-force detection is told, and what becomes of a code whose set goes while it waits. */
class DetectorIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void detectionIsOn() {
        // two failures within a second would lock at once, whatever the number
        TENANT.change(realm ->
                realm.put("bruteForceProtected", true).put("failureFactor", 30).put("quickLoginCheckMilliSeconds", 0));
    }

    @Test
    void F4_P2_aRoundOfWrongCodesIsCountedOnceEach() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        for (int i = 0; i < 4; i++) {
            tryCode(ada, enrolled.phone().wrongCode());
        }
        assertThat(TENANT.detectedFailures(ada, 4)).isEqualTo(4);

        tryCode(ada, enrolled.phone().wrongCode()).expect(LockedPage.ID);

        assertThat(TENANT.detectedFailures(ada, 5)).isEqualTo(5);
    }

    @Test
    void F4_P2_R24_aWholeLoginClearsThem() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        tryCode(ada, enrolled.phone().wrongCode());
        tryCode(ada, enrolled.phone().wrongCode());
        assertThat(TENANT.detectedFailures(ada, 2)).isEqualTo(2);

        assertThat(tryCode(ada, enrolled.phone().freshCode()).signedIn()).isTrue();

        assertThat(TENANT.detectedFailures(ada, 0)).isZero();
    }

    @Test
    void R3_aCodeWhoseSetIsDeletedWhileItWaitsForTheRowIsRefused() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
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

    private static Enrolled enrol(User user) {
        Enrolled enrolled = Story.enrol(TENANT, user);
        TENANT.clock().forward(Duration.ofMinutes(2));
        return enrolled;
    }
}
