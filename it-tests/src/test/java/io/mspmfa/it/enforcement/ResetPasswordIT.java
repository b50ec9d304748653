// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Access to a mailbox is not enough to add or remove a second factor (R29, P13). */
class ResetPasswordIT {

    private static final String NEW_PASSWORD = "another horse battery staple";
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    /** In this realm, an administrator lets a reset delete all authenticator apps, in Keycloak's own flow. */
    @RegisterExtension
    static final Tenant REMOVING = Tenant.managed(Policy.required());

    @BeforeAll
    static void mailGoesOut() {
        for (Tenant tenant : List.of(TENANT, REMOVING)) {
            tenant.change(realm -> realm.putObject("smtpServer")
                    .put("host", tenant.server().testHost())
                    .put("port", Integer.toString(MAILBOX.port()))
                    .put("from", "keycloak@acme.test"));
        }
        removeOtpsOnReset(REMOVING);
    }

    @Test
    void R29_inTheSameBrowserTheFactorIsRequiredBeforeTheNewPassword() throws InterruptedException {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.get(forgotPassword(TENANT, browser, ada)).expect(ChallengePage.ID);
        RawPage update = browser.post(challenge, "code", enrolled.phone().freshCode());
        RawPage app = newPassword(browser, update);

        assertThat(app.signedIn()).isTrue();
    }

    @Test
    void R29_P13_accessToTheMailboxWithoutTheFactorLeadsNowhere() throws InterruptedException {
        var ada = REMOVING.user();
        var enrolled = Story.enrol(REMOVING, ada);
        RawBrowser attacker = new RawBrowser(REMOVING);
        URI link = forgotPassword(REMOVING, attacker, ada);

        RawPage challenge = attacker.get(link).expect(ChallengePage.ID);
        attacker.post(challenge, "code", enrolled.phone().wrongCode()).expect(ChallengePage.ID);

        assertThat(REMOVING.hasCredential(ada, "otp")).isTrue();
        assertThat(TestApp.passwordGrant(REMOVING, ada, "totp", enrolled.phone().freshCode())
                        .signedIn())
                .as("the old password still counts")
                .isTrue();
    }

    @Test
    void P22_accessToTheMailboxIsNotEnoughToEnrolInAnotherBrowser() throws InterruptedException {
        var ada = TENANT.user();
        RawBrowser victim = new RawBrowser(TENANT);
        URI link = forgotPassword(TENANT, victim, ada);
        RawBrowser holder = new RawBrowser(TENANT);

        RawPage page = holder.get(link);
        if (page.id().equals("login-info")) {
            page = holder.get(page.link());
        }
        RawPage end = newPassword(holder, page);

        end.expect(InfoPage.ID);
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void P22_accessToTheMailboxIsNotEnoughToEnrolThroughTheManagePage() throws InterruptedException {
        var ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add("msp-mfa-manage"));
        URI link = forgotPassword(TENANT, new RawBrowser(TENANT), ada);
        RawBrowser holder = new RawBrowser(TENANT);
        RawPage page = holder.get(link);
        RawPage manage = newPassword(holder, page.id().equals("login-info") ? holder.get(page.link()) : page)
                .expect(ManagePage.ID);

        RawPage answer = holder.post(manage, "action", "enable");

        assertThat(answer.expect(KeycloakErrorPage.ID).says("mspMfaSignInAgain"))
                .isTrue();
        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
    }

    /** Whoever reads the user's mail has shown no password, however familiar browser and network are. */
    @Test
    void A22_R29_aLowRiskSparesAForgottenPasswordNothing() throws InterruptedException {
        TENANT.setPolicy(Policy.adaptive().threshold(100));
        try {
            User ada = TENANT.user();
            RawBrowser browser = new RawBrowser(TENANT);
            Story.enrol(TENANT, ada, browser);
            browser.keepOnly("MSP_MFA_KNOWN_");

            browser.get(forgotPassword(TENANT, browser, ada)).expect(ChallengePage.ID);
        } finally {
            TENANT.setPolicy(Policy.required());
        }
    }

    private static URI forgotPassword(Tenant tenant, RawBrowser browser, User user) throws InterruptedException {
        RawPage login = browser.get(TestApp.loginUri(tenant)).expect(LoginPage.ID);
        RawPage question = browser.get(login.forgotPassword()).expect("login-login-reset-password");
        RawPage sent = browser.post(question, "username", user.username());
        assertThat(sent.id()).as(sent.text()).isEqualTo(LoginPage.ID);
        return MAILBOX.nextLink();
    }

    private static RawPage newPassword(RawBrowser browser, RawPage page) {
        return browser.post(
                page.expect(UpdatePasswordPage.ID), "password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD);
    }

    private static void removeOtpsOnReset(Tenant tenant) {
        String flow = "/" + tenant.name() + "/authentication/flows/reset%20credentials/executions";
        for (JsonNode execution : tenant.admin().get(flow)) {
            boolean resetOtp = execution.path("providerId").asText().equals("reset-otp");
            if (resetOtp || execution.path("displayName").asText().contains("Conditional OTP")) {
                tenant.admin().put(flow, ((ObjectNode) execution.deepCopy()).put("requirement", "REQUIRED"));
            }
            if (resetOtp) {
                String config = "{\"alias\":\"all\",\"config\":{\"action_on_otp_reset_flag\":\"Remove all\"}}";
                tenant.admin()
                        .post(
                                "/" + tenant.name() + "/authentication/executions/"
                                        + execution.path("id").asText() + "/config",
                                config);
            }
        }
    }
}
