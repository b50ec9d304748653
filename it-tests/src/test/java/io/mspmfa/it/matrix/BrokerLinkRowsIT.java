// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mail;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody who knows a password, or reads a mailbox, links an account of their own at the tenant's identity provider to
 * a user who has no factor yet (R31). The default policy lets identity providers vouch.
 */
class BrokerLinkRowsIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void R31_aPasswordThiefLinksAnAccountToAUserWithoutAFactor() {
        matrix.row(scene -> {
                    scene.enforce();
                    HomeRealm home = HomeRealm.of(scene);
                    User victim = scene.newcomer();
                    User account = home.accountLike(victim.username(), victim.email());
                    return Loot.of(scene, victim, home.linkByPassword(victim, account));
                })
                .endsAt(TotpPage.ID);
    }

    @Test
    void R31_aMailboxIsNotEnoughEither() {
        matrix.row(scene -> {
                    scene.enforce();
                    HomeRealm home = HomeRealm.of(scene);
                    User victim = scene.newcomer();
                    MailHolder thief = new MailHolder(scene, victim);
                    RawPage confirm = home.signIn(thief.browser(), home.accountLike(victim.username(), victim.email()))
                            .expect(HomeRealm.CONFIRM_LINK);
                    thief.browser().post(confirm, "submitAction", "linkAccount").expect("login-login-idp-link-email");
                    return Loot.of(scene, victim, thief.open(MailHolder.nextLink()));
                })
                .endsAt(TotpPage.ID);
    }

    /** Nothing of the attempt remains, not even the thief's address as the victim's: the next login through the provider asks for the link once more. */
    @Test
    void R31_anAbandonedLinkIsNotStored() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User victim = scene.newcomer();
            User account = home.accountLike(victim.username(), "mallory@home.test");
            home.linkByPassword(victim, account).expect(TotpPage.ID);

            assertThat(providers(scene, victim)).isEmpty();
            assertThat(status(scene, victim).path("email").asText()).isEqualTo(victim.email());
            home.signIn(new RawBrowser(scene.tenant()), account).expect(HomeRealm.CONFIRM_LINK);
        });
    }

    /** Days of grace are no proof: a link that was made meanwhile doesn't vouch, during grace and afterwards. */
    @Test
    void R31_aLinkMadeInGraceDoesNotVouch() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            scene.tenant().setFloor(Policy.required().graceDays(7));
            HomeRealm home = HomeRealm.of(scene);
            User victim = scene.tenant().user();
            User account = home.accountLike(victim.username(), victim.email());

            home.linkByPassword(victim, account).expect(MethodPage.ID);

            assertThat(providers(scene, victim)).isEmpty();
        });
    }

    /** Where nobody has to have a factor, a password is enough to link. The link must not outlive the enrolment. */
    @Test
    void R31_aLinkFromBeforeTheEnrolmentIsAskedOnceAndVouchesAfterwards() {
        matrix.inManagedRealms(scene -> {
            scene.tenant().setFloor(Policy.optional());
            HomeRealm home = HomeRealm.of(scene);
            User victim = scene.tenant().user();
            User account = home.accountLike(victim.username(), victim.email());
            assertThat(home.linkByPassword(victim, account).signedIn()).isTrue();
            JsonNode link = providers(scene, victim).path(0);
            assertThat(link.path("alias").asText()).isEqualTo(HomeRealm.ALIAS);
            assertThat(link.path("way").asText()).isEqualTo("login");
            assertThat(link.path("linkedAt").asText()).isNotEmpty();
            assertThat(link.path("vouches").asBoolean(true)).isFalse();
            scene.giveApp(victim);

            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = home.signIn(browser, account).expect(ChallengePage.ID);
            assertThat(status(scene, victim).path("why").toString()).contains("doesn't vouch for the user yet");

            assertThat(browser.post(challenge, "code", scene.phone().freshCode())
                            .signedIn())
                    .isTrue();
            assertThat(providers(scene, victim).path(0).path("vouches").asBoolean())
                    .isTrue();
            assertThat(status(scene, victim).path("why").toString()).contains("home vouches for the user");
            assertThat(home.signIn(new RawBrowser(scene.tenant()), account).signedIn())
                    .isTrue();
        });
    }

    /** Somebody at an open session links an account of their own there: told to the owner, and not trusted either. */
    @Test
    void R31_aLinkMadeInASessionWithoutAFactorDoesNotVouch() {
        matrix.inManagedRealms(scene -> {
            MAILBOX.servesFor(scene.tenant());
            scene.tenant().setFloor(Policy.optional());
            HomeRealm home = HomeRealm.of(scene);
            User victim = scene.tenant().user();
            User account = home.accountLike("mallory", "mallory@home.test");
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(browser.login(victim).signedIn()).isTrue();

            RawPage ask = browser.get(TestApp.loginUri(scene.tenant(), "kc_action", "idp_link:" + HomeRealm.ALIAS));
            RawPage login = browser.post(ask).expect(LoginPage.ID);
            RawPage end = browser.post(login, "username", account.username(), "password", account.password());

            assertThat(end.signedIn()).as(end.id() + end.text()).isTrue();
            assertThat(providers(scene, victim).path(0).path("way").asText()).isEqualTo("account");
            assertThat(providers(scene, victim).path(0).path("vouches").asBoolean(true))
                    .isFalse();
            assertThat(mailTo(victim).text()).contains("identity provider was linked", "home");
            scene.giveApp(victim);
            home.signIn(new RawBrowser(scene.tenant()), account).expect(ChallengePage.ID);
        });
    }

    /** Links are told by e-mail, whoever makes or removes them; a reset removes what was made in the user's name. */
    @Test
    void R28_aResetRemovesLinksAndSaysSo() {
        matrix.inManagedRealms(scene -> {
            MAILBOX.servesFor(scene.tenant());
            scene.tenant().setFloor(Policy.optional());
            HomeRealm home = HomeRealm.of(scene);
            User victim = scene.tenant().user();
            User account = home.accountLike(victim.username(), victim.email());
            RawPage end = home.linkByPassword(victim, account);
            assertThat(end.signedIn()).as(end.id() + end.text()).isTrue();
            assertThat(mailTo(victim).text()).contains("identity provider was linked", "home");

            JsonNode kept = reset(scene, victim, ", \"identityProviders\": \"keep\"");
            assertThat(kept.path("identityProviders").path("kept").toString()).isEqualTo("[\"home\"]");
            mailTo(victim);
            JsonNode removed = reset(scene, victim, "");

            assertThat(removed.path("identityProviders").path("removed").toString())
                    .isEqualTo("[\"home\"]");
            assertThat(removed.path("identityProviders").path("kept")).isEmpty();
            assertThat(mailTo(victim).text()).contains("Unlinked", "home");
            assertThat(providers(scene, victim)).isEmpty();
        });
    }

    /** A link that an administrator made may be the user's only way in: only {@code all} removes it. */
    @Test
    void R28_aResetKeepsTheLinkOfAnAdministrator() {
        matrix.inManagedRealms(scene -> {
            MAILBOX.servesFor(scene.tenant());
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            User account = home.linkedTo(ada);
            assertThat(mailTo(ada).text()).contains("identity provider was linked", "An administrator");

            assertThat(reset(scene, ada, "")
                            .path("identityProviders")
                            .path("kept")
                            .toString())
                    .isEqualTo("[\"home\"]");
            mailTo(ada);
            assertThat(home.signIn(new RawBrowser(scene.tenant()), account).signedIn())
                    .isTrue();
            assertThat(reset(scene, ada, ", \"identityProviders\": \"all\"")
                            .path("identityProviders")
                            .path("removed")
                            .toString())
                    .isEqualTo("[\"home\"]");
            mailTo(ada);
            home.signIn(new RawBrowser(scene.tenant()), account).expect(HomeRealm.CONFIRM_LINK);
        });
    }

    @Test
    void A13_aTokenEndsWithTheLinkThatVouchedForIt() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            TokenResult tokens = home.signIn(new RawBrowser(scene.tenant()), home.linkedTo(ada))
                    .tokens();
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();

            scene.tenant().admin().delete(scene.tenant().userPath(ada) + "/federated-identity/" + HomeRealm.ALIAS);

            TokenResult refused = TestApp.refresh(scene.tenant(), tokens);
            assertThat(refused.error()).as(refused.body().toString()).isEqualTo("invalid_grant");
        });
    }

    private static Mail mailTo(User user) {
        try {
            return MAILBOX.nextTo(user);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode reset(Scene scene, User user, String more) {
        return scene.tenant()
                .admin()
                .tryPost(path(scene, user) + "/reset", "{\"reason\": \"lost phone\"" + more + "}")
                .ok()
                .json();
    }

    private static JsonNode providers(Scene scene, User user) {
        return status(scene, user).path("identityProviders");
    }

    private static JsonNode status(Scene scene, User user) {
        return scene.tenant().admin().get(path(scene, user));
    }

    private static String path(Scene scene, User user) {
        return "/" + scene.tenant().name() + "/msp-mfa/users/" + user.id();
    }
}
