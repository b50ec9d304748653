// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People whom an organisation invites to register. */
class InvitationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeAll
    static void organisations() {
        TENANT.change(realm -> realm.put("registrationAllowed", true).put("organizationsEnabled", true));
        MAILBOX.servesFor(TENANT);
    }

    @Test
    void M2_M7_theInvitedOptInAndAreMembers() throws InterruptedException {
        String organisation = organisation("lenient", Policy.optional());
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = browser.get(invitation(organisation, grace)).expect(RegisterPage.ID);
        assertThat(form.attribute("#msp-mfa-opt-in-box", "value")).isEqualTo("totp");

        RawPage again = Registration.submit(
                browser,
                form,
                new User("", grace.username(), "else@acme.test", grace.password()),
                RegisterPage.OPT_IN,
                "totp");
        assertThat(again.expect(RegisterPage.ID).attribute("#msp-mfa-opt-in-box[checked]", "value"))
                .isEqualTo("totp");
        RawPage login = Registration.submit(browser, again, grace, RegisterPage.OPT_IN, "totp");

        User account = Registration.account(TENANT, grace);
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/organizations/" + organisation + "/members/" + account.id())
                        .path("id")
                        .asText())
                .isEqualTo(account.id());
        browser.post(login.expect(LoginPage.ID), "username", grace.username(), "password", grace.password())
                .expect(TotpPage.ID);
    }

    @Test
    void M7_theOrganisationsOwnPolicyDecidesAtTheFirstLogin() throws InterruptedException {
        String organisation = organisation("strict", Policy.required());
        User grace = Registration.newcomer();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage form = browser.get(invitation(organisation, grace));

        RawPage login = Registration.submit(browser, form, grace).expect(LoginPage.ID);

        browser.post(login, "username", grace.username(), "password", grace.password())
                .expect(TotpPage.ID);
    }

    private static String organisation(String alias, Policy policy) {
        ObjectNode json = JSON.createObjectNode().put("name", alias).put("alias", alias);
        json.put("enabled", true).putArray("domains").addObject().put("name", alias + ".test");
        json.putObject("attributes").putArray(Tenant.POLICY).add(policy.toString());
        return TENANT.admin().post("/" + TENANT.name() + "/organizations", json);
    }

    /** The link in the e-mail with which an administrator invites someone. */
    private static URI invitation(String organisation, User newcomer) throws InterruptedException {
        Form form = Form.of("email", newcomer.email(), "firstName", "Grace", "lastName", "Hopper");
        TENANT.admin()
                .tryForm("/" + TENANT.name() + "/organizations/" + organisation + "/members/invite-user", form)
                .ok();
        return MAILBOX.nextLink();
    }
}
