// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RemovePage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users remove their factors one by one. */
class FactorsIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void somebodyWithAnApp() throws InterruptedException {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
        MAILBOX.nextTo(ada);
    }

    @Test
    void A47_R32_oneOfTwoKeysIsRemovedAndEverythingElseStays() throws InterruptedException {
        String blue = PlantedKey.store(TENANT, ada, "Blue key");
        String red = PlantedKey.store(TENANT, ada, "Red key");
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled).act("remove:" + blue);
        assertThat(laptop.on(RemovePage::new).text()).contains("Blue key").doesNotContain("Red key");

        laptop.on(RemovePage::new).remove();

        laptop.on(ManagePage::new).expectMessage("mspMfaRemovedNow");
        assertThat(ids(ada)).contains(red, app(ada)).doesNotContain(blue);
        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isTrue();
        assertThat(MAILBOX.nextTo(ada).text())
                .contains(Texts.en("mspMfaMailTitleFactorRemoved"), Texts.en("mspMfaMailFactorSecurityKey"));
        List<JsonNode> events = TENANT.events().of(ada, "REMOVE_CREDENTIAL");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("details").path("credential_type").asText())
                .isEqualTo("webauthn");
        assertThat(events.get(0).path("details").path("credential_id").asText()).isEqualTo(blue);
    }

    @Test
    void A47_R32_theAppIsRemovedWhileAKeyStays() throws InterruptedException {
        PlantedKey.store(TENANT, ada, "Blue key");
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled).act("remove:" + app(ada));

        laptop.on(RemovePage::new).remove();

        laptop.on(ManagePage::new).expectMessage("mspMfaRemovedNow");
        assertThat(types(ada)).containsExactlyInAnyOrder("password", "webauthn", "msp-backup-codes");
        assertThat(MAILBOX.nextTo(ada).text()).contains(Texts.en("mspMfaMailFactorApp"));
    }

    @Test
    void A47_whatDoesNotCountIsRemovedFreely() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        TENANT.setPolicy(Policy.required());
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled).act("remove:" + key);
        laptop.on(RemovePage::new).remove().on(ManagePage::new).expectMessage("mspMfaRemovedNow");
        assertThat(ids(ada)).doesNotContain(key);

        TENANT.setPolicy(Policy.optional());
        User bob = TENANT.user();
        String keyOfBob = PlantedKey.store(TENANT, bob, "Red key");
        Device other = devices.open();
        ManageIT.manage(other, bob)
                .act("remove:" + keyOfBob)
                .on(RemovePage::new)
                .remove();
        assertThat(types(bob)).containsExactly("password");
    }

    @Test
    void A47_onlyOnesOwnFactorsCanBeRemoved() {
        PlantedKey.store(TENANT, ada, "Blue key");
        User bob = TENANT.user();
        String keyOfBob = PlantedKey.store(TENANT, bob, "Red key");
        String codes = idOf(ada, "msp-backup-codes");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = manage(browser);

        for (String id : List.of(keyOfBob, codes, idOf(ada, "password"), "no-such-id")) {
            page = browser.post(page, "action", "remove:" + id).expect(ManagePage.ID);
            assertThat(page.says("mspMfaFactorGone")).isTrue();
        }

        assertThat(ids(bob)).contains(keyOfBob);
        assertThat(types(ada)).containsExactlyInAnyOrder("password", "otp", "webauthn", "msp-backup-codes");
    }

    @Test
    void A47_whatWasRemovedInAnotherWindowIsGone() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.post(manage(browser), "action", "remove:" + key).expect(RemovePage.ID);
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + key);

        page = browser.post(page, "remove", "true").expect(ManagePage.ID);

        assertThat(page.says("mspMfaFactorGone")).isTrue();
        assertThat(types(ada)).contains("otp");
    }

    /** Not even one who knows the password, which Keycloak asks for. */
    @Test
    void R26_anImpersonatorCannotRemoveEvenWhatDoesNotCount() {
        TENANT.setPolicy(Policy.optional());
        User bob = TENANT.user();
        String key = PlantedKey.store(TENANT, bob, "Red key");
        Device admin = devices.open();
        admin.take(TENANT.admin()
                .tryPost(TENANT.userPath(bob) + "/impersonation", "{}")
                .ok());

        admin.open(TENANT.uri("/msp-mfa/"));
        admin.on(LoginPage::new).submitPassword(bob.password());
        ManagePage page = admin.on(ManagePage::new);
        assertThat(page.isGreyedOut("remove:" + key)).isTrue();
        page.actAnyway("remove:" + key);

        admin.on(ManagePage::new).expectMessage("mspMfaNotAllowed");
        assertThat(ids(bob)).contains(key);
    }

    @Test
    void R26_aFactorProvedLongAgoIsRequestedAgain() {
        String key = PlantedKey.store(TENANT, ada, "Blue key");
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("remove:" + key);

        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(RemovePage::new);
        laptop.on(RemovePage::new).back().on(ManagePage::new);
        assertThat(ids(ada)).contains(key);
    }

    private RawPage manage(RawBrowser browser) {
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        return browser.post(page, "code", enrolled.phone().freshCode()).expect(ManagePage.ID);
    }

    private static String app(User user) {
        return idOf(user, "otp");
    }

    private static String idOf(User user, String type) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals(type)) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No " + type);
    }

    private static List<String> ids(User user) {
        return TENANT.credentials(user).findValuesAsText("id");
    }

    private static List<String> types(User user) {
        return TENANT.credentials(user).findValuesAsText("type");
    }
}
