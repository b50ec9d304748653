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
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RenamePage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users give their factors names. */
class RenameIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().methods("totp", "webauthn"));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String key;

    @BeforeEach
    void somebodyWithAnAppAndTwoKeys() {
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
        key = PlantedKey.store(TENANT, ada, "Blue key");
        PlantedKey.store(TENANT, ada, "Red key");
    }

    @Test
    void A47_X14_aFactorGetsANewNameAndStaysWhatItIs() {
        Device laptop = toRename(Look.DESKTOP);
        assertThat(laptop.on(RenamePage::new).name()).isEqualTo("Blue key");

        laptop.on(RenamePage::new).save("Grüner Schlüssel <b>");

        laptop.on(ManagePage::new).expectMessage("mspMfaRenamedNow");
        assertThat(laptop.on(ManagePage::new).row(key)).contains("Grüner Schlüssel <b>");
        JsonNode stored = stored(key);
        assertThat(stored.path("label").asText()).isEqualTo("Grüner Schlüssel <b>");
        assertThat(stored.path("credentialData").asText()).contains("credentialPublicKey");
        JsonNode event = TENANT.events().of(ada, "UPDATE_CREDENTIAL").get(0).path("details");
        assertThat(event.path("msp_mfa_change").asText()).isEqualTo("name");
        assertThat(event.path("credential_type").asText()).isEqualTo("webauthn");
        assertThat(event.path("credential_id").asText()).isEqualTo(key);
        JsonNode record = ActivityRecord.of(TENANT).lastOf(ada);
        assertThat(record.path("what").asText()).isEqualTo("factor_renamed");
        assertThat(record.at("/details/method").asText()).isEqualTo("webauthn");
    }

    @Test
    void A47_theSameNameIsFineAndThatOfAnotherKeyIsNot() {
        Device laptop = toRename(Look.DESKTOP);

        laptop.on(RenamePage::new).save("red KEY");

        laptop.on(RenamePage::new).expectErrorAt("userLabel", "mspMfaLabelTaken");
        assertThat(laptop.on(RenamePage::new).name()).isEqualTo("red KEY");
        assertThat(stored(key).path("label").asText()).isEqualTo("Blue key");
        laptop.on(RenamePage::new).save("blue key");
        laptop.on(ManagePage::new).expectMessage("mspMfaRenamedNow");
        assertThat(stored(key).path("label").asText()).isEqualTo("blue key");
    }

    @Test
    void A47_aNameThatIsEmptyOrTooLongChangesNothing() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = rename(browser, key).expect(RenamePage.ID);

        for (String name : new String[] {"", "   ", "\u0000\t"}) {
            form = browser.post(form, "save", "true", "userLabel", name).expect(RenamePage.ID);
            assertThat(form.errorAt("userLabel")).isEqualTo(Texts.en("mspMfaLabelMissing"));
        }
        form = browser.post(form, "save", "true", "userLabel", "x".repeat(61)).expect(RenamePage.ID);
        assertThat(form.errorAt("userLabel")).isEqualTo(Texts.en("mspMfaLabelTooLong"));
        form = browser.post(form, "save", "true", "userLabel", "x".repeat(5000)).expect(RenamePage.ID);
        assertThat(form.errorAt("userLabel")).isNotEmpty();
        form = browser.post(form, "save", "true").expect(RenamePage.ID);
        assertThat(form.errorAt("userLabel")).isNotEmpty();

        assertThat(stored(key).path("label").asText()).isEqualTo("Blue key");
        browser.post(form, "save", "true", "userLabel", "x".repeat(60)).expect(ManagePage.ID);
        assertThat(stored(key).path("label").asText()).isEqualTo("x".repeat(60));
    }

    @Test
    void A47_factorsOfOthersCannotBeRenamed() {
        User bob = TENANT.user();
        String keyOfBob = PlantedKey.store(TENANT, bob, "Bob's key");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage refused = rename(browser, keyOfBob).expect(ManagePage.ID);

        assertThat(refused.says("mspMfaFactorGone")).isTrue();
        assertThat(rename(new RawBrowser(TENANT), "no-such-id").says("mspMfaFactorGone"))
                .isTrue();
    }

    @Test
    void A47_aFactorThatIsRemovedMeanwhileIsNotRenamed() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = rename(browser, key).expect(RenamePage.ID);
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + key);

        RawPage page =
                browser.post(form, "save", "true", "userLabel", "Green key").expect(ManagePage.ID);

        assertThat(page.says("mspMfaFactorGone")).isTrue();
    }

    @Test
    void A47_usersCanChangeTheirMindWithoutScriptsToo() {
        Device laptop = toRename(Look.DESKTOP.withoutJavaScript());

        laptop.on(RenamePage::new).back();

        laptop.on(ManagePage::new);
        assertThat(stored(key).path("label").asText()).isEqualTo("Blue key");
    }

    /** Otherwise, somebody at an open session could swap the names, and the owner would remove the wrong key. */
    @Test
    void R26_aFactorProvedLongAgoIsRequestedAgain() {
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("rename:" + key);

        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(RenamePage::new);
    }

    private Device toRename(Look look) {
        Device laptop = devices.open(look);
        ManageIT.manageWithCode(laptop, ada, enrolled).act("rename:" + key);
        laptop.on(RenamePage::new);
        return laptop;
    }

    private RawPage rename(RawBrowser browser, String credential) {
        RawPage page = browser.login(ada, "kc_action", "msp-mfa-manage").expect(ChallengePage.ID);
        page = browser.post(page, "code", enrolled.phone().freshCode()).expect(ManagePage.ID);
        return browser.post(page, "action", "rename:" + credential);
    }

    private JsonNode stored(String id) {
        for (JsonNode credential : TENANT.probe().storedCredentials(ada.username())) {
            if (credential.path("id").asText().equals(id)) {
                return credential;
            }
        }
        throw new AssertionError("No such credential");
    }
}
