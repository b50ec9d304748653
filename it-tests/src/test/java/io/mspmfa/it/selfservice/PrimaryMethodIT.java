// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.ActivityRecord;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which of several methods is asked for first: the user's choice, the policy's default, the strongest (A48). */
class PrimaryMethodIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(both());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String key;

    @BeforeEach
    void somebodyWithAnAppAndAKey() {
        TENANT.setPolicy(both());
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
        key = PlantedKey.store(TENANT, ada, "Blue key");
    }

    @Test
    void A48_X14_theMethodThatTheUserMakesPrimaryIsAskedForFirst() {
        assertThat(primary(ada)).isEqualTo("totp");
        Device laptop = devices.open();
        ManagePage page = ManageIT.manageWithCode(laptop, ada, enrolled);
        assertThat(page.row(key)).contains("Blue key").doesNotContain(Texts.en("mspMfaManagePrimary"));
        assertThat(page.offers("primary:" + app(ada)))
                .as("what is primary already")
                .isFalse();

        page.act("primary:" + key);

        laptop.on(ManagePage::new).expectMessage("mspMfaPrimaryNow");
        assertThat(laptop.on(ManagePage::new).offers("primary:" + key)).isFalse();
        assertThat(laptop.on(ManagePage::new).offers("primary:" + app(ada))).isTrue();
        assertThat(primary(ada)).isEqualTo("webauthn");
        assertThat(devices.open().login(ada).on(KeyPage::new).offers("totp"))
                .as("the others stay a click away")
                .isTrue();
        JsonNode event = TENANT.events().of(ada, "UPDATE_CREDENTIAL").get(0).path("details");
        assertThat(event.path("msp_mfa_change").asText()).isEqualTo("primary");
        assertThat(event.path("credential_type").asText()).isEqualTo("webauthn");
        assertThat(event.path("credential_id").asText()).isEqualTo(key);
        assertThat(ActivityRecord.of(TENANT).lastOf(ada).path("what").asText()).isEqualTo("primary_chosen");
    }

    @Test
    void A48_A7_aMethodThatIsNoLongerAllowedGivesWayUntilItIsAllowedAgain() {
        choose(key);
        TENANT.setPolicy(Policy.optional());
        devices.open().login(ada).on(ChallengePage::new);
        assertThat(primary(ada)).isEqualTo("totp");

        TENANT.setPolicy(both());

        devices.open().login(ada).on(KeyPage::new);
        assertThat(primary(ada)).isEqualTo("webauthn");
    }

    @Test
    void A48_aMethodThatIsGoneGivesWayToTheOther() {
        choose(key);

        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + key);

        devices.open().login(ada).on(ChallengePage::new);
        assertThat(primary(ada)).isEqualTo("totp");
    }

    @Test
    void A48_withoutAChoiceItIsThePolicysDefaultAndThenTheStrongest() {
        TENANT.setPolicy(both().defaultMethod("webauthn"));
        devices.open().login(ada).on(KeyPage::new);
        assertThat(primary(ada)).isEqualTo("webauthn");
        choose(app(ada));
        devices.open().login(ada).on(ChallengePage::new);
        assertThat(primary(ada)).isEqualTo("totp");

        User bob = TENANT.user();
        Story.enrol(TENANT, bob);
        PlantedKey.store(TENANT, bob, "Red key");
        TENANT.setPolicy(Policy.optional().methods("totp", "sms", "webauthn").defaultMethod("sms"));

        devices.open().login(bob).on(KeyPage::new);
        assertThat(primary(bob)).isEqualTo("webauthn");
    }

    @Test
    void A48_R28_aResetForgetsTheChoice() {
        choose(key);
        TENANT.admin().post(path("users/" + ada.id() + "/reset"), "{\"reason\": \"lost\"}");

        Story.enrol(TENANT, ada);
        PlantedKey.store(TENANT, ada, "New key");

        devices.open().login(ada).on(ChallengePage::new);
        assertThat(primary(ada)).isEqualTo("totp");
    }

    @Test
    void A48_R26_thePageAsksForAFactorThatWasProvedLongAgo() {
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("primary:" + key);

        assertThat(laptop.on(ChallengePage::new).text()).contains(Texts.en("mspMfaConfirmTitle"));
        assertThat(primary(ada)).isEqualTo("totp");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());
        laptop.on(ManagePage::new).expectMessage("mspMfaPrimaryNow");
        assertThat(primary(ada)).isEqualTo("webauthn");
    }

    @Test
    void A48_whatDoesNotCountIsGreyedOutWithTheReasonAndRefused() {
        TENANT.setPolicy(Policy.optional());
        Device laptop = devices.open();
        ManagePage page = ManageIT.manageWithCode(laptop, ada, enrolled);

        assertThat(page.isGreyedOut("primary:" + key)).isTrue();
        assertThat(page.reason("primary:" + key)).isEqualTo(Texts.en("mspMfaManageNotAsked"));
        page.actAnyway("primary:" + key);

        laptop.on(ManagePage::new).expectMessage("mspMfaManageNotAsked");
        TENANT.setPolicy(both());
        assertThat(primary(ada)).isEqualTo("totp");
    }

    @Test
    void A48_factorsOfOthersCannotBeChosen() {
        User bob = TENANT.user();
        Story.enrol(TENANT, bob);
        String keyOfBob = PlantedKey.store(TENANT, bob, "Red key");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        page = browser.post(page, "code", enrolled.phone().freshCode()).expect(ManagePage.ID);

        RawPage refused = browser.post(page, "action", "primary:" + keyOfBob).expect(ManagePage.ID);

        assertThat(refused.says("mspMfaFactorGone")).isTrue();
        assertThat(primary(ada)).isEqualTo("totp");
        assertThat(primary(bob)).isEqualTo("totp");
    }

    private void choose(String credential) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage");
        if (page.id().equals(KeyPage.ID)) {
            page = browser.post(page, "use", "totp");
        }
        page = browser.post(
                page.expect(ChallengePage.ID), "code", enrolled.phone().freshCode());
        page = browser.post(page.expect(ManagePage.ID), "action", "primary:" + credential);
        assertThat(page.expect(ManagePage.ID).says("mspMfaPrimaryNow")).isTrue();
    }

    private static String app(User user) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("otp")) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No app");
    }

    /** What an administrator sees, in the list and in the user's details. */
    private static String primary(User user) {
        JsonNode one = TENANT.admin().get(path("users/" + user.id()));
        JsonNode listed = TENANT.admin().get(path("users?search=" + user.email()));
        assertThat(listed.path("items").path(0).path("primaryMethod")).isEqualTo(one.path("primaryMethod"));
        return one.path("primaryMethod").asText();
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }

    private static Policy both() {
        return Policy.optional().methods("totp", "webauthn");
    }
}
