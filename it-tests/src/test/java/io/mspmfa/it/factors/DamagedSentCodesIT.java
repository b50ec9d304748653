// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.email.EmailStory;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.sms.Gateway;
import io.mspmfa.it.sms.SmsStory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A proven number or address that can't be read. Beside another factor, it is in nobody's way; alone, it is a factor that
 * its owner owes and can't show, so that whoever has only the password gets nothing (R38).
 */
class DamagedSentCodesIT {
    private static final Mailbox MAILBOX = new Mailbox();
    private static final Damaged WRECK = new Damaged(Damaged.SECRET, Damaged.SECRET);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    private enum Kind {
        NUMBER("sms", "msp-sms") {
            @Override
            List<String> enrol(User user) {
                return new SmsStory(TENANT).enrol(user, Gateway.shared().newNumber());
            }

            @Override
            RawPage replace(RawBrowser browser, RawPage page, User user) {
                String number = Gateway.shared().newNumber();
                RawPage shown = browser.post(page, "phoneNumber", number, "next", "true");
                RawPage asked = browser.post(shown, "saved", "true", "next", "true");
                return browser.post(
                        asked, "code", Gateway.shared().nextTo(number).code());
            }
        },
        ADDRESS("email", "msp-email") {
            @Override
            List<String> enrol(User user) throws InterruptedException {
                return new EmailStory(TENANT, MAILBOX).enrol(user);
            }

            @Override
            RawPage replace(RawBrowser browser, RawPage page, User user) {
                RawPage asked = browser.post(page, "saved", "true", "next", "true");
                return browser.post(asked, "code", MAILBOX.codeTo(user));
            }
        };

        private final String method;
        private final String type;

        Kind(String method, String type) {
            this.method = method;
            this.type = type;
        }

        /** Returns the backup codes. */
        abstract List<String> enrol(User user) throws InterruptedException;

        /** From the first page of another set-up to the last. */
        abstract RawPage replace(RawBrowser browser, RawPage page, User user);

        void isAllowed(String mode) {
            TENANT.setPolicy(Policy.mode(mode)
                    .methods("totp", method)
                    .defaultMethod(method)
                    .graceDays(7)
                    .notifyByEmail(false));
        }
    }

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @AfterEach
    void usualFlow() {
        new Flows(TENANT).bind("browserFlow", "browser");
    }

    static Stream<Arguments> damage() {
        return Stream.concat(damage(Kind.NUMBER, Damaged.numbers()), damage(Kind.ADDRESS, Damaged.addresses()));
    }

    private static Stream<Arguments> damage(Kind kind, List<Damaged> ownKind) {
        return Stream.concat(Damaged.anyKind().stream(), ownKind.stream()).map(damaged -> Arguments.of(kind, damaged));
    }

    @ParameterizedTest
    @MethodSource("damage")
    void A3_R5_besideAnAppItIsSkippedEverywhere(Kind kind, Damaged damaged) {
        kind.isAllowed("optional");
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, kind.type);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
        TokenResult tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(tokens.signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, ada, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
        RawPage manage = browser.get(TENANT.uri("/msp-mfa/")).expect(ManagePage.ID);
        assertThat(manage.says("mspMfaManageUnreadable")).isTrue();
        assertThat(Damaged.inAccountConsole(TENANT, tokens))
                .contains(TENANT.credentialId(ada, "otp"))
                .doesNotContain(Damaged.SECRET);
        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
        assertThat(Damaged.logOf(TENANT, id)).as("the log names it once").hasSize(1);
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, required", "NUMBER, optional", "ADDRESS, required", "ADDRESS, optional"})
    void R38_P22_aThiefGetsNothingIfItIsTheOnlyFactor(Kind kind, String mode) {
        kind.isAllowed(mode);
        User ada = TENANT.user();
        WRECK.plant(TENANT, ada, kind.type);

        RawPage end = new RawBrowser(TENANT).login(ada);
        RawPage setUp = new RawBrowser(TENANT).login(ada, "kc_action", "msp-mfa-setup");
        RawPage builtIn = new RawBrowser(TENANT).login(ada, "kc_action", "CONFIGURE_TOTP");
        TokenResult grant = TestApp.passwordGrant(TENANT, ada, "otp", "123456");

        for (RawPage page : List.of(end, setUp, builtIn)) {
            assertThat(page.expect(KeycloakErrorPage.ID).says("mspMfaUnreadable"))
                    .isTrue();
        }
        assertThat(grant.error()).isEqualTo("interaction_required");
        assertThat(TENANT.sessions(ada)).isZero();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    /** As in the flows that Keycloak's documentation builds: the step asks everyone. */
    @ParameterizedTest
    @EnumSource
    void R31_R38_aFlowWithAStepForCodesAsksForWhatCanBeRead(Kind kind) {
        kind.isAllowed("optional");
        User ada = TENANT.user();
        WRECK.plant(TENANT, ada, kind.type);
        User bob = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, bob);
        WRECK.plant(TENANT, bob, kind.type);
        kind.isAllowed("required");
        new Flows(TENANT).bindNew("browserFlow", "codes-" + kind, "auth-username-password-form", "auth-otp-form");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage alone = new RawBrowser(TENANT).login(ada);
        RawPage beside = browser.login(bob).expect(ChallengePage.ID);

        assertThat(alone.expect(KeycloakErrorPage.ID).says("mspMfaUnreadable")).isTrue();
        assertThat(TENANT.sessions(ada)).isZero();
        assertThat(browser.post(beside, "code", enrolled.phone().freshCode()).signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void R38_A52_A55_anAdministratorSeesWhyAndResets(Kind kind) {
        kind.isAllowed("required");
        User ada = TENANT.user();
        String id = WRECK.plant(TENANT, ada, kind.type);

        JsonNode status = api("users/" + ada.id());
        JsonNode listed = api("users?search=" + ada.email()).path("items").path(0);

        assertThat(status.path("enrolled").asBoolean()).isTrue();
        assertThat(listed.path("enrolled").asBoolean()).isTrue();
        assertThat(status.path("why").toString()).contains("can't be read", "reset");
        assertThat(status.toString()).doesNotContain(Damaged.SECRET);
        assertThat(Damaged.entry(TENANT, ada, id).path("label").asText()).isEqualTo("Wreck");
        TENANT.admin().post("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset", "{\"reason\": \"broken\"}");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);
    }

    @ParameterizedTest
    @EnumSource
    void L18_L19_withABackupCodeItsOwnerGetsInAndReplacesIt(Kind kind) throws InterruptedException {
        kind.isAllowed("required");
        User ada = TENANT.user();
        List<String> codes = kind.enrol(ada);
        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + TENANT.credentialId(ada, kind.type));
        String id = WRECK.plant(TENANT, ada, kind.type);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page =
                browser.login(ada, "kc_action", "msp-mfa-setup:" + kind.method).expect(BackupCodePage.ID);
        RawPage used = browser.post(page, "backupCode", codes.get(3)).expect(DonePage.ID);
        RawPage done = kind.replace(browser, browser.post(used, "finish", "true"), ada);

        TokenResult tokens =
                browser.post(done.expect(DonePage.ID), "finish", "true").tokens();
        assertThat(tokens.signedIn()).isTrue();
        assertThat(TENANT.credentials(ada).findValuesAsText("id")).doesNotContain(id);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsOnlyOnce(kind.type);
        new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);
    }

    private static JsonNode api(String path) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/" + path);
    }
}
