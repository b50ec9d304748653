// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Access to a mailbox is not enough to get a session, a password or a factor (P13, P22, R29). */
class MailRowsIT {

    private static final String INFO = "login-info";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perClass();

    /** Stock Keycloak lets the attacker set up an app instead of asking for the code that the attacker doesn't have. */
    @Test
    void R29_resetCredentialsInTheSameBrowser() {
        MATRIX.row(scene -> {
                    User victim = scene.victim();
                    MailHolder thief = new MailHolder(scene, victim);
                    Loot loot = Loot.of(scene, victim, thief.open(thief.forgetPassword()));
                    if (scene.isManaged()) {
                        assertThat(thief.apps()).isEqualTo(1);
                        assertThat(thief.knowsPassword()).isFalse();
                    }
                    return loot;
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void R29_resetCredentialsInAnotherBrowser() {
        hijack(MailHolder::forgetPassword, 1, ChallengePage.ID, INFO);
    }

    @Test
    void P22_executeActionsForThePassword() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            MailHolder holder = new MailHolder(scene, scene.victim());

            RawPage page = holder.openElsewhere(holder.actionsLink("UPDATE_PASSWORD"));

            page.expect(ChallengePage.ID);
            assertThat(holder.knowsPassword()).isFalse();
        });
    }

    @Test
    void P22_executeActionsForAnApp() {
        hijack(holder -> holder.actionsLink("UPDATE_PASSWORD", "CONFIGURE_TOTP"), 1, ChallengePage.ID);
    }

    /** The attacker gets a password, as on stock Keycloak, but never a factor, since that requires a login. */
    @Test
    void P22_executeActionsForAnAppOfAUserWithoutFactor() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User newcomer = scene.newcomer();
            MailHolder holder = new MailHolder(scene, newcomer);

            RawPage page = holder.openElsewhere(holder.actionsLink("UPDATE_PASSWORD", "CONFIGURE_TOTP"));

            page.expect(INFO);
            assertThat(holder.apps()).isZero();
            assertThat(scene.tenant().sessions(newcomer)).isZero();
        });
    }

    /** If a new password is pending, stock Keycloak lets whoever has the verification e-mail choose it. */
    @Test
    void P22_verifyEmailWithAPasswordPending() {
        Function<Scene, Boolean> attack = scene -> {
            User victim = scene.victim();
            MailHolder holder = new MailHolder(scene, victim);
            URI link = holder.verifyEmailLink();
            scene.tenant()
                    .changeUser(victim, user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
            RawPage page = holder.openElsewhere(link);
            assertThat(page.id()).as(page.text()).isIn(INFO, ChallengePage.ID);
            assertThat(scene.tenant().sessions(victim)).isZero();
            return holder.knowsPassword();
        };
        MATRIX.stock().enforce();

        assertThat(attack.apply(MATRIX.stock())).as("on stock").isTrue();
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            assertThat(attack.apply(scene)).as("under the floor").isFalse();
        });
    }

    @Test
    void P22_verifyEmailAloneVerifiesTheEmailWithoutAsking() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            for (User user : new User[] {scene.victim(), scene.newcomer()}) {
                MailHolder holder = new MailHolder(scene, user);

                RawPage page = holder.openElsewhere(holder.verifyEmailLink());

                page.expect(INFO);
                assertThat(scene.tenant().sessions(user)).isZero();
                assertThat(scene.tenant().hasCredential(user, "msp-backup-codes"))
                        .isFalse();
            }
        });
    }

    /**
     * On stock Keycloak, the attacker, in another browser, ends up with a password and an app; in a managed realm, with
     * neither.
     *
     * @param apps the number of apps that the user has before, and keeps
     * @param ends the pages on which it may end in a managed realm
     */
    private static void hijack(Function<MailHolder, URI> mail, int apps, String... ends) {
        MATRIX.stock().enforce();
        MailHolder onStock = new MailHolder(MATRIX.stock(), MATRIX.stock().victim());
        onStock.openElsewhere(mail.apply(onStock));
        assertThat(onStock.apps()).as("apps on stock").isEqualTo(apps + 1L);
        assertThat(onStock.knowsPassword()).as("password on stock").isTrue();

        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User victim = scene.victim();
            MailHolder managed = new MailHolder(scene, victim);
            RawPage end = managed.openElsewhere(mail.apply(managed));

            assertThat(end.id()).as(end.text()).isIn((Object[]) ends);
            assertThat(managed.apps()).as("apps under the floor").isEqualTo(apps);
            assertThat(managed.knowsPassword()).as("password under the floor").isFalse();
            assertThat(scene.tenant().sessions(victim)).isZero();
        });
    }
}
