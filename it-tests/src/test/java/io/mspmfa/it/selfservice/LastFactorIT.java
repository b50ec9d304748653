// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RemovePage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Removing the last factor that counts is switching off: it takes a backup code, and is refused where one is required. */
class LastFactorIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(with(Policy.optional()));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeAll
    static void removalsCanBeHeld() {
        TENANT.change(realm -> realm.withArray("eventsListeners").add(ServerProbe.UPDATE_GATE));
    }

    @BeforeEach
    void somebodyWithAnApp() {
        TENANT.setPolicy(with(Policy.optional()));
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
    }

    @AfterEach
    void letRemovalsGo() {
        TENANT.probe().letUpdatesGo();
    }

    @Test
    void A51_L13_removingTheLastOneIsSwitchingOffAndTakesABackupCode() {
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled).act("remove:" + app(ada));
        laptop.on(DisablePage::new).submit("00000-00000-00000");
        laptop.on(DisablePage::new).expectErrorAt("backupCode", "mspMfaBackupCodeWrongTries");
        laptop.on(DisablePage::new).back().on(ManagePage::new).act("remove:" + app(ada));

        laptop.on(DisablePage::new).submit(enrolled.code(0));

        laptop.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        assertThat(types(ada)).containsExactly("password");
    }

    @Test
    void A51_V15_V16_theLastOneIsGreyedOutWithTheReasonAndRefusedIfAFactorIsRequired() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        TENANT.setPolicy(Policy.required());
        String last = "remove:" + app(ada);
        Device laptop = devices.open();

        ManagePage page = ManageIT.manageWithCode(laptop, ada, enrolled);
        assertThat(page.isGreyedOut("remove:" + key)).as("doesn't count").isFalse();
        assertThat(page.isGreyedOut(last)).isTrue();
        assertThat(page.reason(last)).isEqualTo(Texts.en("mspMfaManageRemoveRequired"));
        page.actAnyway(last);

        laptop.on(ManagePage::new).expectMessage("mspMfaManageRemoveRequired");
        TENANT.setPolicy(Policy.optional().selfDisable(false));
        assertThat(laptop.reload().on(ManagePage::new).reason(last)).isEqualTo(Texts.en("mspMfaManageRemovePolicy"));
        assertThat(types(ada)).contains("otp", "webauthn", "msp-backup-codes");
    }

    @Test
    void A51_aFactorThatHasBecomeTheLastOneTakesABackupCode() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page =
                browser.post(manage(browser), "action", "remove:" + app(ada)).expect(RemovePage.ID);
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + key);

        browser.post(page, "remove", "true").expect(DisablePage.ID);

        assertThat(types(ada)).contains("otp");
    }

    @Test
    void A51_twoRemovalsAtTheSameMomentLeaveARequiredUserOneFactor() throws InterruptedException, ExecutionException {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        TENANT.setPolicy(with(Policy.required()));
        List<Callable<RawPage>> removals = Stream.of(key, app(ada))
                .<Callable<RawPage>>map(id -> {
                    RawBrowser browser = new RawBrowser(TENANT);
                    RawPage page = browser.post(manage(browser), "action", "remove:" + id);
                    RawPage confirm = page.expect(RemovePage.ID);
                    return () -> {
                        RawPage answer = browser.post(confirm, "remove", "true");
                        TENANT.probe().letUpdatesGo();
                        return answer;
                    };
                })
                .toList();

        TENANT.probe().holdUpdates();
        List<RawPage> answers = Parallel.run(removals);

        assertThat(answers).extracting(RawPage::id).containsExactlyInAnyOrder(ManagePage.ID, RemovePage.ID);
        assertThat(types(ada)).hasSize(3).contains("password", "msp-backup-codes");
    }

    @Test
    void A51_L13_keycloaksOwnPagesDontRemoveAKeyThatCounts() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        String token = TestApp.passwordGrant(
                        TENANT, ada, "totp", enrolled.phone().freshCode())
                .require("access_token");

        Answer answer = Http.to(TENANT.uri("/account/credentials/" + key))
                .bearer(token)
                .header("Accept", "application/json") // otherwise, it is a page of the account console
                .delete();

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(types(ada)).contains("webauthn");
    }

    private RawPage manage(RawBrowser browser) {
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        return browser.post(page, "code", enrolled.phone().freshCode()).expect(ManagePage.ID);
    }

    private static String app(User user) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("otp")) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No app");
    }

    private static List<String> types(User user) {
        return TENANT.credentials(user).findValuesAsText("type");
    }

    private static Policy with(Policy policy) {
        return policy.methods("totp", "webauthn");
    }
}
