// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins through an identity provider, where the tenant's own flow never asks for a code. */
class BrokerRowsIT {

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    @Test
    void V6_aBrokeredLoginIsAskedUnlessThePolicyIsForLocalUsersOnly() {
        MATRIX.row(scene -> {
                    HomeRealm home = everybody(scene);
                    User victim = scene.victim();
                    return Loot.of(scene, victim, home.signIn(new RawBrowser(scene.tenant()), home.linkedTo(victim)));
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void V6_aNewBrokeredUserHasToEnrolUnlessThePolicyIsForLocalUsersOnly() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = everybody(scene);

            RawPage page = home.signIn(new RawBrowser(scene.tenant()), home.accountLike("grace", "grace@home.test"));

            page.expect(TotpPage.ID);
        });
    }

    @Test
    void K4_aBrokeredLoginIsExemptButALocalLoginOfTheSameUserIsNot() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());

            TokenResult tokens = home.signIn(browser, home.linkedTo(ada)).tokens();

            assertThat(tokens.signedIn()).as(tokens.body().toString()).isTrue();
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
            assertThat(browser.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT))
                            .signedIn())
                    .isTrue();
            RawPage login = browser.get(TestApp.loginUri(scene.tenant(), "prompt", "login"))
                    .expect(LoginPage.ID);
            RawPage local = browser.post(login, "username", ada.username(), "password", ada.password());
            local.expect(ChallengePage.ID);
        });
    }

    @Test
    void K4_aLocalLoginAfterTheEndOfABrokeredSessionIsAsked() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(home.signIn(browser, home.linkedTo(ada)).signedIn()).isTrue();
            scene.tenant().admin().post(scene.tenant().userPath(ada) + "/logout", "{}");

            browser.login(ada).expect(ChallengePage.ID);
        });
    }

    /**
     * The password thief also has an account at the identity provider, and the realm links accounts without asking for
     * a code.
     */
    @Test
    void firstBrokerLoginLinksAnExistingAccount() {
        MATRIX.row(scene -> link(scene, everybody(scene))).worksOnStock().endsAt(ChallengePage.ID);
    }

    @Test
    void firstBrokerLoginLinksAnExistingLocalAccountOnlyWithItsFactor() {
        MATRIX.row(scene -> link(scene, HomeRealm.of(scene))).worksOnStock().endsAt(ChallengePage.ID);
    }

    /** Keycloak's own flow links by e-mail before it asks for a password, and asks for no code. */
    @Test
    void accessToTheMailboxLinksAnExistingLocalAccount() {
        MATRIX.row(scene -> {
                    HomeRealm home = HomeRealm.of(scene);
                    User victim = scene.victim();
                    MailHolder thief = new MailHolder(scene, victim);
                    RawPage confirm = home.signIn(thief.browser(), home.accountLike(victim.username(), victim.email()))
                            .expect(HomeRealm.CONFIRM_LINK);
                    thief.browser().post(confirm, "submitAction", "linkAccount").expect("login-login-idp-link-email");
                    return Loot.of(scene, victim, thief.open(MailHolder.nextLink()));
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    /** A link made on the way to a challenge that is never passed must not let anyone in later. */
    @Test
    void anAbandonedLinkSignsNobodyIn() {
        MATRIX.row(scene -> {
                    HomeRealm home = HomeRealm.of(scene);
                    User victim = scene.victim();
                    User account = home.accountLike(victim.username(), victim.email());
                    Loot first = link(scene, home, victim, account);
                    if (first.tokens()) {
                        return first;
                    }
                    return Loot.of(scene, victim, home.signIn(new RawBrowser(scene.tenant()), account));
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID, HomeRealm.CONFIRM_LINK);
    }

    /** A user who has the factor can link as usual, is asked once, and signs in through the broker from then on. */
    @Test
    void linkingWithTheFactorWorks() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            User account = home.accountLike(ada.username(), ada.email());
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage confirm = home.signIn(browser, account).expect(HomeRealm.CONFIRM_LINK);
            RawPage password =
                    browser.post(confirm, "submitAction", "linkAccount").expect(LoginPage.ID);
            RawPage challenge = browser.post(password, "username", ada.username(), "password", ada.password())
                    .expect(ChallengePage.ID);

            RawPage app = browser.post(challenge, "code", scene.phone().freshCode());

            assertThat(app.signedIn()).as(app.text()).isTrue();
            assertThat(home.signIn(new RawBrowser(scene.tenant()), account).signedIn())
                    .isTrue();
        });
    }

    @Test
    void aSessionNoteForgedByAMapperIsNotAProof() {
        MATRIX.row(scene -> {
                    HomeRealm home = everybody(scene);
                    forge(home);
                    User victim = scene.victim();
                    return Loot.of(scene, victim, home.signIn(new RawBrowser(scene.tenant()), home.linkedTo(victim)));
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void aSessionNoteForgedByAMapperDoesNotReplaceAValidProof() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            HomeRealm home = everybody(scene);
            forge(home);
            User ada = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            RawPage challenge = home.signIn(browser, home.linkedTo(ada)).expect(ChallengePage.ID);

            TokenResult tokens =
                    browser.post(challenge, "code", scene.phone().freshCode()).tokens();

            assertThat(tokens.signedIn()).as(tokens.body().toString()).isTrue();
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
            assertThat(browser.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT))
                            .signedIn())
                    .isTrue();
        });
    }

    private static HomeRealm everybody(Scene scene) {
        if (scene.isManaged()) {
            scene.tenant().setFloor(Policy.required().localUsersOnly(false));
        }
        return HomeRealm.of(scene);
    }

    private static void forge(HomeRealm home) {
        long now = System.currentTimeMillis() / 1000;
        home.writeSessionNote(
                "msp.mfa.proof", "factor|totp|" + now + "|key|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        home.writeSessionNote("SSO_AUTH", "true");
        home.writeSessionNote("identity_provider", HomeRealm.ALIAS);
    }

    private static Loot link(Scene scene, HomeRealm home) {
        User victim = scene.victim();
        return link(scene, home, victim, home.accountLike(victim.username(), victim.email()));
    }

    private static Loot link(Scene scene, HomeRealm home, User victim, User account) {
        return Loot.of(scene, victim, home.linkByPassword(victim, account));
    }
}
