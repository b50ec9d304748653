// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For whom codes by e-mail are a second factor. */
class EmailTermsIT {
    private static final Mailbox MAILBOX = new Mailbox();
    private static final Policy BOTH =
            Policy.required().methods("email", "totp", "webauthn").notifyByEmail(false);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final EmailStory story = new EmailStory(TENANT, MAILBOX);

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void severalMethods() {
        TENANT.setPolicy(BOTH);
    }

    @Test
    void A36_A7_anUnverifiedAddressIsGreyedOutAndRefusedWhenPosted() {
        User ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.put("emailVerified", false));
        Device laptop = devices.open();
        laptop.login(ada);
        MethodPage page = laptop.on(MethodPage::new);
        assertThat(page.isGreyedOut("email")).isTrue();
        assertThat(page.text()).contains(Texts.en("mspMfaMethodEmailUnverified"));

        RawBrowser browser = new RawBrowser(TENANT);
        RawPage posted = browser.post(browser.login(ada).expect(MethodPage.ID), "method", "email", "next", "true");

        posted.expect(MethodPage.ID);
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
    }

    @Test
    void A36_anAddressThatIsNoLongerVerifiedIsOwedAndNotUsed() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        TENANT.changeUser(ada, user -> user.put("emailVerified", false));

        RawPage page = new RawBrowser(TENANT).login(ada).expect(BackupCodePage.ID);

        assertThat(page.says("mspMfaMethodEmailUnverified")).isTrue();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(status(ada).path("why").toString()).contains("the user's address is not verified");
    }

    @Test
    void R19_administratorsCannotUseItUnlessThePolicySaysSo() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        makeAdministrator(ada);

        RawPage page = new RawBrowser(TENANT).login(ada).expect(MethodPage.ID);

        assertThat(page.says("mspMfaMethodEmailAdministrator")).isTrue();
        assertThat(MAILBOX.hasMailTo(ada)).isFalse();
        assertThat(status(ada).path("enrolled").asBoolean()).isFalse();
        assertThat(status(ada).path("why").toString()).contains("email.forAdmins is false");
        assertThat(summary().path("adminsWithoutMfa").asInt()).isEqualTo(1);
        assertThat(listed("enrolled=true&search=" + ada.username())).isZero();
        assertThat(listed("enrolled=false&search=" + ada.username())).isEqualTo(1);
        int enrolled = summary().path("enrolled").asInt();
        long mustEnrol = mustEnrol(BOTH);

        TENANT.setPolicy(BOTH.emailForAdmins());
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
        assertThat(browser.post(challenge, "code", story.nextCode(ada)).signedIn())
                .isTrue();
        assertThat(summary().path("adminsWithoutMfa").asInt()).isZero();
        assertThat(listed("enrolled=true&search=" + ada.username())).isEqualTo(1);
        assertThat(summary().path("enrolled").asInt()).isEqualTo(enrolled + 1);
        assertThat(mustEnrol(BOTH.emailForAdmins())).isEqualTo(mustEnrol - 1);
    }

    @Test
    void A7_itStopsCountingWhenThePolicyNoLongerAllowsIt() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        String code = story.nextCode(ada);

        TENANT.setPolicy(Policy.required().methods("totp"));

        RawPage refused = browser.post(page, "code", code);
        assertThat(refused.signedIn()).isFalse();
        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @Test
    void A7_aSetUpEndsWhenThePolicyNoLongerAllowsIt() throws InterruptedException {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, ada).expect(EmailPage.ID);
        String code = story.nextCode(ada);

        TENANT.setPolicy(Policy.required().methods("totp"));
        browser.post(page, "code", code);

        assertThat(TENANT.hasCredential(ada, "msp-email")).isFalse();
    }

    @Test
    void A55_statusListAndFiltersKnowItAndForgetAnAddressThatHasChanged() throws InterruptedException {
        User ada = TENANT.user();
        story.enrol(ada);
        assertThat(status(ada).path("methods").get(0).asText()).isEqualTo("email");
        assertThat(status(ada).path("primaryMethod").asText()).isEqualTo("email");
        assertThat(listed("method=email&search=" + ada.username())).isEqualTo(1);

        TENANT.changeUser(ada, user -> user.put("email", "new." + ada.email()));

        assertThat(status(ada).path("enrolled").asBoolean()).isFalse();
        assertThat(listed("method=email&search=" + ada.username())).isZero();
        assertThat(listed("enrolled=false&search=" + ada.username())).isEqualTo(1);
    }

    @Test
    void X3_thePreviewCountsThoseWhoseAddressIsNotVerified() {
        User ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.put("emailVerified", false));
        long all = without("totp", "email");
        long unverified = without("email");

        TENANT.changeUser(ada, user -> user.put("emailVerified", true));

        assertThat(all).isZero();
        assertThat(without("email")).isEqualTo(unverified - 1);
    }

    @Test
    void R19_aPolicyUnderWhichNoAdministratorCouldSignInIsRefused() {
        String floor = "/" + TENANT.name() + "/msp-mfa/policy";
        Policy email = Policy.required().methods("email");

        assertThat(TENANT.admin().tryPut(floor, email).json().path("error").asText())
                .isEqualTo("locks_out_admins");
        assertThat(TENANT.admin().tryPut(floor, email.emailForAdmins()).status())
                .isEqualTo(204);
    }

    private static long without(String... methods) {
        return preview(Policy.required().methods(methods))
                .path("withoutUsableMethod")
                .asLong();
    }

    private static long mustEnrol(Policy policy) {
        return preview(policy).path("mustEnrol").asLong();
    }

    private static JsonNode preview(Policy policy) {
        return TENANT.admin()
                .tryPost("/" + TENANT.name() + "/msp-mfa/policy/preview", policy.toString())
                .ok()
                .json();
    }

    private static void makeAdministrator(User user) {
        String realm = "/" + TENANT.name();
        String client = TENANT.admin()
                .get(realm + "/clients?clientId=realm-management")
                .get(0)
                .path("id")
                .asText();
        JsonNode role = TENANT.admin().get(realm + "/clients/" + client + "/roles/view-users");
        TENANT.admin().post(TENANT.userPath(user) + "/role-mappings/clients/" + client, "[" + role + "]");
    }

    private static JsonNode status(User user) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + user.id());
    }

    private static JsonNode summary() {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/summary");
    }

    private static int listed(String query) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users?" + query)
                .path("items")
                .size();
    }
}
