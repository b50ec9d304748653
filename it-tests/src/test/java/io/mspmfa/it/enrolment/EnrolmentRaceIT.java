// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several browsers that change one user's factors at the same moment leave one factor and one set of codes. */
class EnrolmentRaceIT {
    private static final int BROWSERS = 4;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeAll
    static void updatesCanBeHeld() {
        TENANT.change(realm -> realm.withArray("eventsListeners").add(ServerProbe.UPDATE_GATE));
    }

    @AfterEach
    void letUpdatesGo() {
        TENANT.probe().letUpdatesGo();
    }

    @Test
    void P29_setUpsThatFinishAtTheSameMomentLeaveOneFactor() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        List<Callable<RawPage>> finishing = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            finishing.add(lastStep(ada));
        }

        List<RawPage> answers = race(finishing);

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(page -> page.id().equals(DonePage.ID)).hasSize(1);
        assertThat(storedTypes(ada)).containsExactlyInAnyOrder("password", "otp", "msp-backup-codes");
    }

    @Test
    void A42_newSetsConfirmedAtTheSameMomentLeaveOneSet() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        List<Callable<RawPage>> confirming = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            RawBrowser browser = new RawBrowser(TENANT);
            RawPage question = browser.login(ada, "kc_action", "msp-mfa-backup-codes");
            RawPage field = browser.post(question, "use", "backup-code");
            RawPage notice = browser.post(field, "backupCode", enrolled.code(i)).expect(DonePage.ID);
            RawPage codes = browser.post(notice, "finish", "true").expect(BackupCodesPage.ID);
            confirming.add(() -> browser.post(codes, "saved", "true", "next", "true"));
        }

        List<RawPage> answers = race(confirming);

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(RawPage::atApp).hasSize(1);
        assertThat(storedTypes(ada)).containsExactlyInAnyOrder("password", "otp", "msp-backup-codes");
    }

    /**
     * The first request that stores something does not finish before all others have been answered, which is the only
     * way to make them concurrent.
     */
    private static List<RawPage> race(List<Callable<RawPage>> posts) throws InterruptedException, ExecutionException {
        AtomicInteger answered = new AtomicInteger();
        TENANT.probe().holdUpdates();
        return Parallel.run(posts.stream()
                .<Callable<RawPage>>map(post -> () -> {
                    RawPage answer = post.call();
                    if (answered.incrementAndGet() == BROWSERS - 1) {
                        TENANT.probe().letUpdatesGo();
                    }
                    return answer;
                })
                .toList());
    }

    private static Callable<RawPage> lastStep(User user) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage scan = browser.login(user, "kc_action", "msp-mfa-setup").expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        RawPage codes = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = browser.post(codes, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);
        List<String> pair = phone.pair();
        return () -> browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");
    }

    private static List<String> storedTypes(User user) {
        return TENANT.probe().storedCredentials(user.username()).findValuesAsText("type");
    }
}
