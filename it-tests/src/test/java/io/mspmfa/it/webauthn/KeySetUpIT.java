// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Security keys and passkeys set up on our pages, under a policy that accepts nothing else. */
class KeySetUpIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void keysOnly() {
        TENANT.setFloor(Policy.required().methods("webauthn"));
        TENANT.setPolicy(Policy.optional());
    }

    @AfterEach
    void noPasskeys() {
        passkeys(false);
    }

    @Test
    void A16_A18_A39_aFloorOfKeysAloneWorksFromTheFirstLoginOn() {
        User ada = TENANT.user();
        Device laptop = withKey();
        laptop.login(ada);
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        laptop.on(KeySetUpPage::new).name("Blue key").touch();
        assertThat(laptop.on(DonePage::new).finish().on(AppPage::new).result().signedIn())
                .isTrue();
        assertThat(codes).hasSize(10);
        assertThat(credential(ada).path("userLabel").asText()).isEqualTo("Blue key");

        endSessions(ada);
        laptop.login(ada).on(KeyPage::new).touch().on(AppPage::new);
        endSessions(ada);
        laptop.login(ada).on(KeyPage::new).use("backup-code");
        new RawBrowser(TENANT).login(ada).expect(KeyPage.ID);
    }

    @Test
    void A39_nothingIsStoredBeforeTheLastStep() {
        TENANT.setPolicy(Policy.required().backupCodesAfter());
        User ada = TENANT.user();
        Device laptop = withKey();
        laptop.login(ada).on(KeySetUpPage::new).touch().on(BackupCodesPage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(TENANT.events().of(ada, "UPDATE_CREDENTIAL")).isEmpty();

        laptop.on(BackupCodesPage::new).save();

        laptop.on(DonePage::new).finish().on(AppPage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("type"))
                .containsExactlyInAnyOrder("password", "webauthn", "msp-backup-codes");
        assertThat(TENANT.events().of(ada, "UPDATE_CREDENTIAL")).hasSize(2);
    }

    @Test
    void A16_aPromptThatIsClosedCanBeOpenedAgain() {
        User ada = TENANT.user();
        Device laptop = withKey();
        toKeyPage(laptop, ada).closePrompt();

        laptop.on(KeySetUpPage::new).expectMessage("mspMfaKeyAbandoned");
        assertThat(TENANT.detectedFailures(ada, 0)).isZero();
        laptop.on(KeySetUpPage::new).touch().on(DonePage::new);
    }

    @Test
    void R15_theAnswerToAnotherLoginsRequestRegistersNothing() {
        User mallory = TENANT.user();
        Map<String, String> stolen = toKeyPage(withKey(), mallory).answer();
        User ada = TENANT.user();
        Device laptop = withKey();

        toKeyPage(laptop, ada).send(stolen);

        laptop.on(KeySetUpPage::new).expectMessage("mspMfaKeyRefused");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(TENANT.events().of(ada, "UPDATE_CREDENTIAL_ERROR")).hasSize(1);
        laptop.on(KeySetUpPage::new).touch().on(DonePage::new);
    }

    @Test
    void R15_anAnswerWorksOnce() {
        User ada = TENANT.user();
        Device laptop = withKey();
        Map<String, String> answer = toKeyPage(laptop, ada).answer();
        laptop.on(KeySetUpPage::new).send(answer).on(DonePage::new).finish().on(AppPage::new);

        laptop.openApp("kc_action", "msp-mfa-setup:webauthn").on(KeyPage::new).touch();
        laptop.on(KeySetUpPage::new).send(answer);

        laptop.on(KeySetUpPage::new).expectMessage("mspMfaKeyRefused");
    }

    @Test
    void A16_garbageRegistersNothing() {
        User ada = TENANT.user();
        Device laptop = withKey();
        KeySetUpPage page = toKeyPage(laptop, ada);

        page.send(Map.of("clientDataJSON", "e30", "attestationObject", "e30", "publicKeyCredentialId", "e30"));
        laptop.on(KeySetUpPage::new).expectMessage("mspMfaKeyRefused");
        laptop.on(KeySetUpPage::new).send(Map.of("clientDataJSON", "not base64!"));
        laptop.on(KeySetUpPage::new).name("x".repeat(60)).touch().on(DonePage::new);
    }

    @Test
    void A47_aKeyCannotBeRegisteredTwice() {
        User ada = TENANT.user();
        Device laptop = withKey();
        toKeyPage(laptop, ada).touch().on(DonePage::new).finish().on(AppPage::new);

        laptop.openApp("kc_action", "msp-mfa-setup:webauthn").on(KeyPage::new).touch();
        laptop.on(KeySetUpPage::new).touch();

        laptop.on(KeySetUpPage::new).expectMessage("mspMfaKeyAbandoned");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce("webauthn");
    }

    @Test
    void A47_twoKeysNeedDifferentNames() {
        User ada = TENANT.user();
        Device laptop = devices.open();
        SecurityKey first = SecurityKey.plugInto(laptop);
        toKeyPage(laptop, ada).name("Key").touch().on(DonePage::new).finish().on(AppPage::new);
        laptop.openApp("kc_action", "msp-mfa-setup:webauthn").on(KeyPage::new).touch();
        laptop.on(KeySetUpPage::new);
        first.unplug();
        SecurityKey.plugInto(laptop);

        laptop.on(KeySetUpPage::new).name("key").touch();
        laptop.on(KeySetUpPage::new).expectErrorAt("userLabel", "mspMfaLabelTaken");
        laptop.on(KeySetUpPage::new)
                .name("Spare")
                .touch()
                .on(DonePage::new)
                .finish()
                .on(AppPage::new);

        assertThat(TENANT.credentials(ada).findValuesAsText("userLabel")).contains("Key", "Spare");
    }

    @Test
    void A7_aPolicyThatStopsAllowingKeysStopsAnOpenPage() {
        User ada = TENANT.user();
        Device laptop = withKey();
        KeySetUpPage page = toKeyPage(laptop, ada);
        TENANT.setFloor(Policy.required().methods("totp"));

        page.touch();

        laptop.on(TotpPage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
    }

    @Test
    void R27_anEnrolmentLinkSetsUpAKeyAndGivesNoSession() {
        User ada = TENANT.user();
        Device laptop = withKey();
        laptop.open(TENANT.enrolmentLink(ada)).on(BackupCodesPage::new).save();
        laptop.on(KeySetUpPage::new).touch();

        assertThat(laptop.on(InfoPage::new).text()).contains(Texts.en("mspMfaLinkDone"));
        assertThat(TENANT.sessions(ada)).isZero();
        laptop.login(ada).on(KeyPage::new).touch().on(AppPage::new);
    }

    @Test
    void A16_whereKeycloakSignsPeopleInByPasskeyOneIsOffered() {
        passkeys(true);
        User ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        SecurityKey.plugInto(laptop);
        laptop.on(BackupCodesPage::new).save();
        KeySetUpPage page = laptop.on(KeySetUpPage::new);
        assertThat(page.text()).contains(Texts.en("mspMfaKeySetUpPasskeyTitle"));
        assertThat(page.offers("webauthn")).isTrue();
        page.turnTo("webauthn").on(KeySetUpPage::new).turnTo("webauthn-passwordless");

        laptop.on(KeySetUpPage::new).touch().on(DonePage::new).finish().on(AppPage::new);

        assertThat(TENANT.credentials(ada).findValuesAsText("type")).contains("webauthn-passwordless");
    }

    private Device withKey() {
        Device device = devices.open();
        SecurityKey.plugInto(device);
        return device;
    }

    private static KeySetUpPage toKeyPage(Device device, User user) {
        device.login(user).on(BackupCodesPage::new).save();
        return device.on(KeySetUpPage::new);
    }

    private static JsonNode credential(User user) {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("webauthn")) {
                return credential;
            }
        }
        throw new AssertionError("No key");
    }

    private static void passkeys(boolean on) {
        TENANT.change(realm -> realm.put("webAuthnPolicyPasswordlessPasskeysEnabled", on));
    }

    private static void endSessions(User user) {
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
    }
}
