// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Directory;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Directory users with a password count as local, although nothing can be written to them (K4, P30). */
class FederatedRowsIT {

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perRow();

    @Test
    void K4_P30_aDirectoryUserHasToEnrolAlthoughThePolicyIsForLocalUsersOnly() {
        MATRIX.row(scene -> {
                    User user = directoryUser(scene);
                    return scene.passwordLogin(user);
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    @Test
    void K4_P30_thePasswordGrantOfADirectoryUser() {
        MATRIX.row(scene -> {
                    User user = directoryUser(scene);
                    return Loot.of(scene, user, TestApp.passwordGrant(scene.tenant(), user));
                })
                .worksOnStock()
                .endsAt("interaction_required");
    }

    @Test
    void P30_aReadOnlyUserEnrolsAndIsAsked() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            User user = directoryUser(scene);
            RawBrowser browser = new RawBrowser(scene.tenant());

            var enrolled =
                    Story.setUp(scene.tenant(), browser, browser.login(user).expect(TotpPage.ID));

            RawBrowser other = new RawBrowser(scene.tenant());
            TokenResult tokens = other.post(
                            Story.toChallenge(other, user),
                            "code",
                            enrolled.phone().freshCode())
                    .tokens();
            assertThat(tokens.signedIn()).as(tokens.body().toString()).isTrue();
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
            assertThat(new RawBrowser(scene.tenant()).login(user).id()).isEqualTo(ChallengePage.ID);
        });
    }

    @Test
    void P30_cibaOfADirectoryUserIsRefusedWithoutAProof() {
        MATRIX.row(scene -> GrantAttacks.ciba(scene, directoryUser(scene)))
                .worksOnStock()
                .endsAt("access_denied");
    }

    private static User directoryUser(Scene scene) {
        return Directory.addTo(scene.tenant()).user(1);
    }
}
