// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Directory;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody can end the protection of codes by e-mail unnoticed by changing the address (P8, R32). */
class AddressChangeIT {
    private static final Mailbox MAILBOX = new Mailbox();
    private static final Policy REQUIRED = Policy.required().methods("email");

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(REQUIRED);

    private final EmailStory story = new EmailStory(TENANT, MAILBOX);

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @BeforeEach
    void required() {
        TENANT.setPolicy(REQUIRED);
    }

    @Test
    void P8_R32_aChangeByAnAdministratorIsRecordedAndNotified() throws InterruptedException {
        User ada = enrolledAndTold(TENANT.user());
        String credential = credentialOf(ada);
        User moved = at(ada, "moved." + ada.email());

        TENANT.changeUser(ada, user -> user.put("email", moved.email()));

        Mail mail = MAILBOX.nextTo(moved);
        assertTells(mail);
        assertThat(mail.text()).contains(Texts.en("mspMfaMailByAdministrator"));
        assertRemoved(ada, credential);
        TENANT.changeUser(ada, user -> user.put("firstName", "Augusta"));
        assertThat(removals(ada)).as("recorded once").hasSize(1);
    }

    @Test
    void P8_R32_whoChangesTheAddressInASessionTellsTheAddressBefore() throws InterruptedException {
        User ada = enrolledAndTold(TENANT.user());
        String credential = credentialOf(ada);
        RawBrowser thief = new RawBrowser(TENANT);
        RawPage challenge = thief.login(ada, "kc_action", "UPDATE_PROFILE").expect(ChallengePage.ID);
        RawPage profile = thief.post(challenge, "code", story.nextCode(ada)).expect("login-login-update-profile");

        thief.post(profile, "email", "thief@evil.test", "firstName", "Ada", "lastName", "Lovelace");

        Mail mail = MAILBOX.nextTo(ada);
        assertTells(mail);
        assertThat(mail.text()).doesNotContain("thief@evil.test").doesNotContain(Texts.en("mspMfaMailByAdministrator"));
        assertRemoved(ada, credential);
    }

    @Test
    void P8_P30_aChangeInADirectoryIsNoticedAtTheNextLogin() throws InterruptedException {
        Directory directory = Directory.addTo(TENANT);
        directory.vouchesForAddresses();
        User member = enrolledAndTold(directory.user(1));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = story.toChallenge(browser, member);
        assertThat(browser.post(challenge, "code", story.nextCode(member)).signedIn())
                .isTrue();
        String credential = credentialOf(member);
        directory.movesTo("moved.test");
        User moved = directory.user(1);
        TENANT.setPolicy(Policy.optional().methods("email"));

        assertThat(new RawBrowser(TENANT).login(moved).signedIn()).isTrue();

        assertTells(MAILBOX.nextTo(moved));
        assertRemoved(moved, credential);
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/summary")
                        .path("byMethod")
                        .path("email")
                        .asInt())
                .isZero();
        directory.remove();
    }

    private static User at(User user, String address) {
        return new User(user.id(), user.username(), address, user.password());
    }

    private User enrolledAndTold(User user) throws InterruptedException {
        story.enrol(user);
        MAILBOX.nextTo(user);
        return user;
    }

    private static String credentialOf(User user) {
        for (JsonNode factor : TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users/" + user.id())
                .path("factors")) {
            if (factor.path("type").asText().equals("msp-email")) {
                return factor.path("id").asText();
            }
        }
        throw new AssertionError("No codes by e-mail");
    }

    private static void assertTells(Mail mail) {
        assertThat(mail.subject()).isEqualTo(Texts.en("mspMfaMailSubjectAddressChanged", "Acme Ltd"));
        for (String part : List.of(mail.text(), mail.htmlText())) {
            assertThat(part).contains(Texts.en("mspMfaMailWhatAddressChanged"), Texts.en("mspMfaMailFactorEmail"));
        }
    }

    private static void assertRemoved(User user, String credential) {
        assertThat(TENANT.hasCredential(user, "msp-email")).isFalse();
        assertThat(removals(user)).singleElement().satisfies(event -> {
            JsonNode details = event.path("details");
            assertThat(details.path("credential_type").asText()).isEqualTo("msp-email");
            assertThat(details.path("credential_id").asText()).isEqualTo(credential);
            assertThat(details.path("msp_mfa_by").asText()).isEqualTo("address-change");
        });
    }

    private static List<JsonNode> removals(User user) {
        return TENANT.events().of(user, "REMOVE_CREDENTIAL");
    }
}
