// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backup codes at login: in any order, once each, down to the last one. */
class BackupCodesIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void defaultPolicy() {
        TENANT.setPolicy(Policy.required());
    }

    @Test
    void L16_L18_A49_aBackupCodeSignsInAndThePageSaysHowManyAreLeft() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open().login(ada);

        laptop.on(ChallengePage::new).useBackupCode();
        DonePage done = laptop.on(BackupCodePage::new).submit(enrolled.code(0)).on(DonePage::new);

        assertThat(done.text()).contains(Texts.en("mspMfaDoneUsedTitle"), Texts.en("mspMfaLeft", 9));
        assertThat(done.offersNewCodes()).isFalse();
        assertThat(done.finish().on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void A41_theOrderDoesNotMatter() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);

        for (int index : new int[] {9, 4, 0}) {
            use(ada, enrolled.code(index)).expect(DonePage.ID);
        }
    }

    @Test
    void L17_A41_R3_aUsedBackupCodeIsRefused() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        use(ada, enrolled.code(3)).expect(DonePage.ID);

        RawPage again = use(ada, enrolled.code(3));

        again.expect(BackupCodePage.ID);
        assertThat(again.errorAt("backupCode")).isEqualTo(Texts.en("mspMfaBackupCodeUsed"));
    }

    @Test
    void R6_caseSpacesDashesAndLookalikesDoNotMatter() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        List<UnaryOperator<String>> hands = List.of(
                code -> code.toLowerCase(Locale.ROOT),
                code -> code.replace("-", ""),
                code -> "  " + code.replace("-", " ") + " ",
                code -> code.replace('0', 'O').replace('1', 'I'),
                code -> code.replace('0', 'o').replace('1', 'l'));

        for (int i = 0; i < hands.size(); i++) {
            use(ada, hands.get(i).apply(enrolled.code(i))).expect(DonePage.ID);
        }
    }

    @Test
    void R15_anotherPersonsCodeIsRefused() {
        var ada = TENANT.user();
        Story.enrol(TENANT, ada);
        var mallory = Story.enrol(TENANT, TENANT.user());

        RawPage refused = use(ada, mallory.code(0));

        assertThat(refused.expect(BackupCodePage.ID).errorAt("backupCode")).isNotEmpty();
    }

    @Test
    void R15_aBackupCodeInTheFieldForAppCodesIsRefused() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        browser.post(Story.toChallenge(browser, ada), "code", enrolled.code(0)).expect(ChallengePage.ID);
    }

    @Test
    void R3_ofTwentyParallelPostsOfOneCodeExactlyOneSucceeds() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        List<RawBrowser> browsers =
                IntStream.range(0, 20).mapToObj(i -> new RawBrowser(TENANT)).toList();
        List<RawPage> pages =
                browsers.stream().map(one -> Story.toBackupCode(one, ada)).toList();

        List<RawPage> answers = Parallel.run(IntStream.range(0, 20)
                .<Callable<RawPage>>mapToObj(
                        i -> () -> browsers.get(i).post(pages.get(i), "backupCode", enrolled.code(0)))
                .toList());

        assertThat(answers).extracting(RawPage::status).allMatch(status -> status < 500);
        assertThat(answers).filteredOn(page -> page.id().equals(DonePage.ID)).hasSize(1);
        assertThat(answers)
                .filteredOn(page -> page.id().equals(BackupCodePage.ID))
                .hasSize(19)
                .extracting(page -> page.errorAt("backupCode"))
                .containsOnly(Texts.en("mspMfaBackupCodeUsed"));
    }

    @Test
    void R3_differentCodesAtTheSameMomentAllSucceed() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        List<RawBrowser> browsers =
                IntStream.range(0, 4).mapToObj(i -> new RawBrowser(TENANT)).toList();
        List<RawPage> pages =
                browsers.stream().map(one -> Story.toBackupCode(one, ada)).toList();

        List<RawPage> answers = Parallel.run(IntStream.range(0, 4)
                .<Callable<RawPage>>mapToObj(
                        i -> () -> browsers.get(i).post(pages.get(i), "backupCode", enrolled.code(i)))
                .toList());

        assertThat(answers).extracting(RawPage::id).containsOnly(DonePage.ID);
        for (int i = 0; i < 4; i++) {
            use(ada, enrolled.code(i)).expect(BackupCodePage.ID);
        }
    }

    @Test
    void R4_withThreeLeftANewSetIsOfferedAndReplacesTheOld() {
        TENANT.setPolicy(Policy.required().backupCodes(5));
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        use(ada, enrolled.code(0)).expect(DonePage.ID);
        Device laptop = devices.open().login(ada);
        laptop.on(ChallengePage::new).useBackupCode();
        DonePage done = laptop.on(BackupCodePage::new).submit(enrolled.code(1)).on(DonePage::new);
        assertThat(done.offersNewCodes()).isTrue();

        List<String> renewed = done.newCodes().on(BackupCodesPage::new).save();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        use(ada, enrolled.code(2)).expect(BackupCodePage.ID);
        use(ada, renewed.get(0)).expect(DonePage.ID);
    }

    @Test
    void R4_theLastCodeLeadsToANewSetThatCannotBeSkipped() {
        TENANT.setPolicy(Policy.required().backupCodes(5));
        var ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        for (int i = 0; i < 4; i++) {
            RawBrowser browser = new RawBrowser(TENANT);
            RawPage done =
                    Story.loginByBackupCode(browser, ada, enrolled.code(i)).expect(DonePage.ID);
            browser.post(done, "finish", "true").expect(AppPage.ID);
        }
        Device laptop = devices.open().login(ada);
        laptop.on(ChallengePage::new).useBackupCode();
        laptop.on(BackupCodePage::new).submit(enrolled.code(4));

        BackupCodesPage forced = laptop.on(BackupCodesPage::new);
        assertThat(forced.text()).contains(Texts.en("mspMfaBackupCodesUsedUp"));
        forced.nextUnchecked();
        laptop.on(BackupCodesPage::new).renew();
        List<String> renewed = laptop.on(BackupCodesPage::new).save();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
        use(ada, renewed.get(0)).expect(DonePage.ID);
    }

    private static RawPage use(User user, String code) {
        return Story.loginByBackupCode(new RawBrowser(TENANT), user, code);
    }
}
