// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Five wrong codes lock the user for 30 seconds, then for twice as long (A46, R21-R25). */
class LockIT {

    private static final String WRONG_BACKUP_CODE = "00000-00000-00000";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @Test
    void A46_R21_R25_theFifthWrongCodeEndsTheLogin() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        Device laptop = devices.open().login(ada);
        for (int i = 0; i < 4; i++) {
            laptop.on(ChallengePage::new).submit(enrolled.phone().wrongCode());
        }
        laptop.on(ChallengePage::new).submit(enrolled.phone().wrongCode());

        LockedPage locked = laptop.on(LockedPage::new);

        assertThat(locked.hasForm()).isFalse();
        assertThat(laptop.login(ada).on(ChallengePage::new).saysToWait()).isTrue();
    }

    @Test
    void A46_theLockedPageLeadsBackToTheLogin() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        failTimes(4, ada, enrolled);
        Device laptop = devices.open().login(ada);
        laptop.on(ChallengePage::new).submit(enrolled.phone().wrongCode());

        laptop.on(LockedPage::new).restart();

        laptop.on(LoginPage::new);
    }

    @Test
    void R22_duringTheLockACorrectCodeGetsTheSamePageAsAWrongOne() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        lock(ada, enrolled);

        RawPage wrong = tryCode(ada, enrolled.phone().wrongCode());
        RawPage right = tryCode(ada, rightCodeNow(enrolled));

        right.expect(LockedPage.ID);
        assertThat(withoutNumbers(right)).isEqualTo(withoutNumbers(wrong));
        assertThat(right.status()).isEqualTo(wrong.status());
    }

    @Test
    void R22_duringTheLockACorrectCodeIsNotUsedUp() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        lock(ada, enrolled);
        RawBrowser browser = new RawBrowser(TENANT);
        Story.loginByBackupCode(browser, ada, enrolled.code(0)).expect(LockedPage.ID);
        TENANT.clock().forward(Duration.ofSeconds(31));

        RawPage later = Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0));

        later.expect(DonePage.ID);
    }

    @Test
    void R21_theLockEndsAfter30SecondsAndTheNextLasts60() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        lock(ada, enrolled);
        TENANT.clock().forward(Duration.ofSeconds(31));
        lock(ada, enrolled);

        TENANT.clock().forward(Duration.ofSeconds(45));
        tryCode(ada, rightCodeNow(enrolled)).expect(LockedPage.ID);
        TENANT.clock().forward(Duration.ofSeconds(17));

        assertThat(tryCode(ada, enrolled.phone().freshCode()).signedIn()).isTrue();
    }

    @Test
    void R23_oneCounterForAppBackupCodesTabsAndPasswordGrant() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        tryCode(ada, enrolled.phone().wrongCode()).expect(ChallengePage.ID);
        tryCode(ada, enrolled.phone().wrongCode()).expect(ChallengePage.ID);
        RawBrowser browser = new RawBrowser(TENANT);
        Story.loginByBackupCode(browser, ada, WRONG_BACKUP_CODE).expect(BackupCodePage.ID);
        TestApp.passwordGrant(TENANT, ada, "totp", enrolled.phone().wrongCode());

        RawPage fifth = tryCode(ada, enrolled.phone().wrongCode());

        fifth.expect(LockedPage.ID);
        assertThat(TestApp.passwordGrant(TENANT, ada, "totp", rightCodeNow(enrolled))
                        .signedIn())
                .isFalse();
    }

    @Test
    void R24_aCompleteLoginClearsFailures() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        failTimes(4, ada, enrolled);
        assertThat(tryCode(ada, enrolled.phone().freshCode()).signedIn()).isTrue();

        failTimes(4, ada, enrolled);

        assertThat(tryCode(ada, enrolled.phone().freshCode()).signedIn()).isTrue();
    }

    @Test
    void R24_aCorrectPasswordAloneClearsNothing() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        failTimes(4, ada, enrolled);
        new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);

        tryCode(ada, enrolled.phone().wrongCode()).expect(LockedPage.ID);
    }

    @Test
    void A46_limitAndPauseAreSettings() {
        TENANT.setPolicy(Policy.required().attempts(3, 100));
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        failTimes(2, ada, enrolled);
        tryCode(ada, enrolled.phone().wrongCode()).expect(LockedPage.ID);
        TENANT.clock().forward(Duration.ofSeconds(90));
        tryCode(ada, rightCodeNow(enrolled)).expect(LockedPage.ID);
        TENANT.clock().forward(Duration.ofSeconds(12));

        assertThat(tryCode(ada, enrolled.phone().freshCode()).signedIn()).isTrue();
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void F4_P2_keycloaksOwnBruteForceDetectionCountsWrongCodesToo() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        TENANT.change(realm -> realm.put("bruteForceProtected", true).put("quickLoginCheckMilliSeconds", 0));

        for (int i = 1; i < 3; i++) {
            failTimes(1, ada, enrolled);
            assertThat(TENANT.detectedFailures(ada, i)).isEqualTo(i);
        }

        TENANT.change(realm -> realm.put("bruteForceProtected", false));
    }

    @Test
    void R21_anAdministratorWhoResetsThePasswordUnlocks() {
        var ada = TENANT.user();
        var enrolled = enrol(ada);
        lock(ada, enrolled);

        TENANT.admin()
                .put(
                        TENANT.userPath(ada) + "/reset-password",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "password")
                                .put("value", ada.password()));

        assertThat(tryCode(ada, rightCodeNow(enrolled)).signedIn()).isTrue();
    }

    private static void failTimes(int times, User user, Enrolled enrolled) {
        for (int i = 0; i < times; i++) {
            tryCode(user, enrolled.phone().wrongCode()).expect(ChallengePage.ID);
        }
    }

    private static void lock(User user, Enrolled enrolled) {
        failTimes(4, user, enrolled);
        tryCode(user, enrolled.phone().wrongCode()).expect(LockedPage.ID);
    }

    /** A login in a separate browser. */
    private static RawPage tryCode(User user, String code) {
        RawBrowser browser = new RawBrowser(TENANT);
        return browser.post(Story.toChallenge(browser, user), "code", code);
    }

    /** Enrolled some minutes ago, so that current codes have not been used by the enrolment. */
    private static Enrolled enrol(User user) {
        Enrolled enrolled = Story.enrol(TENANT, user);
        TENANT.clock().forward(Duration.ofMinutes(2));
        return enrolled;
    }

    private static String rightCodeNow(Enrolled enrolled) {
        return enrolled.phone().code(0);
    }

    private static String withoutNumbers(RawPage page) {
        return page.text().replaceAll("[0-9]+", "#");
    }
}
