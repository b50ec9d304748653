// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stored app that can't be read. Beside another factor, it is in nobody's way; alone, it is a factor that its owner
 * owes and can't show, so that whoever has only the password gets nothing (R38).
 */
class DamagedAppIT {
    private static final Damaged WRECK = new Damaged(Damaged.SECRET, null);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeEach
    void required() {
        TENANT.setPolicy(Policy.required());
    }

    static Stream<Damaged> damage() {
        return Stream.concat(Damaged.anyKind().stream(), Damaged.apps().stream());
    }

    @ParameterizedTest
    @MethodSource("damage")
    void A1_L15_R5_aDamagedAppBesideAGoodOneIsSkippedEverywhere(Damaged damaged) {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, "otp");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
        TokenResult tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(tokens.signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
        browser.get(TENANT.uri("/msp-mfa/")).expect(ManagePage.ID);
        assertThat(Damaged.inAccountConsole(TENANT, tokens)).contains(id).doesNotContain(Damaged.SECRET);
        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
        assertThat(status(ada).path("factors").findValuesAsText("unreadable")).containsOnlyOnce("true");
        assertThat(status(ada).toString()).doesNotContain(Damaged.SECRET);
        assertThat(Damaged.logOf(TENANT, id)).as("the log names it once").hasSize(1);
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }

    @Test
    void A55_L19_aDamagedAppIsRemovedByAnAdministratorAndByReplacingTheApp() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = WRECK.plant(TENANT, ada, "otp");
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + id);
        assertThat(TENANT.credentials(ada).findValuesAsText("id")).doesNotContain(id);
        String again = WRECK.plant(TENANT, ada, "otp");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-setup").expect(ChallengePage.ID);
        RawPage scan = browser.post(challenge, "code", enrolled.phone().freshCode());
        Story.setUp(TENANT, browser, scan);

        assertThat(TENANT.credentials(ada).findValuesAsText("id")).doesNotContain(again);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce("otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"required", "optional"})
    void R38_P22_aThiefGetsNothingFromAUserWhoseOnlyFactorIsDamaged(String mode) {
        TENANT.setPolicy(Policy.mode(mode).graceDays(7));
        User ada = TENANT.user();
        WRECK.plant(TENANT, ada, "otp");

        RawPage end = new RawBrowser(TENANT).login(ada);
        RawPage setUp = new RawBrowser(TENANT).login(ada, "kc_action", "msp-mfa-setup");
        RawPage builtIn = new RawBrowser(TENANT).login(ada, "kc_action", "CONFIGURE_TOTP");
        TokenResult grant = TestApp.passwordGrant(TENANT, ada, "otp", "123456");

        assertThat(end.expect(KeycloakErrorPage.ID).says("mspMfaUnreadable")).isTrue();
        assertThat(setUp.expect(KeycloakErrorPage.ID).says("mspMfaUnreadable")).isTrue();
        assertThat(builtIn.expect(KeycloakErrorPage.ID).says("mspMfaUnreadable"))
                .isTrue();
        assertThat(grant.error()).isEqualTo("interaction_required");
        assertThat(grant.errorDescription()).contains("can't be read", "administrator");
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void R38_A52_A55_anAdministratorSeesWhyAndResets() {
        User ada = TENANT.user();
        String id = WRECK.plant(TENANT, ada, "otp");

        JsonNode status = status(ada);
        JsonNode listed = api("users?search=" + ada.email()).path("items").path(0);

        assertThat(status.path("enrolled").asBoolean()).isTrue();
        assertThat(listed.path("enrolled").asBoolean()).isTrue();
        assertThat(status.path("why").toString()).contains("can't be read", "reset");
        assertThat(Damaged.entry(TENANT, ada, id).path("label").asText()).isEqualTo("Wreck");
        assertThat(api("summary").path("enrolled").asInt()).isPositive();
        TENANT.admin().post("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset", "{\"reason\": \"broken\"}");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @Test
    void L18_L19_withABackupCodeTheOwnerOfADamagedAppGetsInAndReplacesIt() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String app = TENANT.credentials(ada).path(1).path("id").asText();
        for (JsonNode credential : TENANT.credentials(ada)) {
            app = credential.path("type").asText().equals("otp")
                    ? credential.path("id").asText()
                    : app;
        }
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + app);
        WRECK.plant(TENANT, ada, "otp");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = browser.login(ada, "kc_action", "msp-mfa-setup").expect(BackupCodePage.ID);
        RawPage done = browser.post(page, "backupCode", enrolled.code(3)).expect(DonePage.ID);
        RawPage scan = browser.post(done, "finish", "true").expect(TotpPage.ID);
        Enrolled again = Story.setUp(TENANT, browser, scan);

        TENANT.clock().forward(Duration.ofMinutes(2));
        assertThat(TestApp.passwordGrant(TENANT, ada, "backup_code", again.code(0))
                        .signedIn())
                .isTrue();
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", again.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    private static JsonNode status(User user) {
        return api("users/" + user.id());
    }

    private static JsonNode api(String path) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/" + path);
    }
}
