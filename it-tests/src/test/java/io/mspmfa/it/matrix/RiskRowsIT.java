// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A low risk spares an ordinary login the question, and nothing else. The threshold is so high that every risk is low. */
class RiskRowsIT {
    private static final Policy EVERY_RISK_IS_LOW = Policy.adaptive().threshold(100);

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void A22_anOrdinaryLoginIsNotAsked() {
        matrix.inManagedRealms(scene -> {
            User ada = scene.victim();
            scene.tenant().setPolicy(EVERY_RISK_IS_LOW);

            assertThat(new RawBrowser(scene.tenant()).login(ada).signedIn()).isTrue();
        });
    }

    @Test
    void A22_aLoginThatLinksAnAccountIsAsked() {
        matrix.inManagedRealms(scene -> {
            HomeRealm home = HomeRealm.of(scene);
            User ada = scene.victim();
            scene.tenant().setPolicy(EVERY_RISK_IS_LOW);

            home.linkByPassword(new RawBrowser(scene.tenant()), ada, home.accountLike(ada.username(), ada.email()))
                    .expect(ChallengePage.ID);
        });
    }

    @Test
    void A22_aStepUpIsAsked() {
        matrix.inManagedRealms(scene -> {
            StepUpRowsIT.build(scene, 0);
            User ada = scene.victim();
            scene.tenant().setPolicy(EVERY_RISK_IS_LOW);
            RawBrowser browser = new RawBrowser(scene.tenant());
            assertThat(browser.login(ada).signedIn()).as("level 1").isTrue();

            browser.get(TestApp.loginUri(scene.tenant(), "acr_values", "2")).expect(ChallengePage.ID);
        });
    }

    @Test
    void A22_aTenantsAdministratorWhoImpersonatesAUserIsAsked() {
        matrix.inManagedRealms(scene -> {
            User ada = scene.victim();
            scene.admin(); // whose password grant would be asked
            scene.tenant().setPolicy(EVERY_RISK_IS_LOW);

            ImpersonationRowsIT.asTenantAdmin(scene, ada)
                    .get(TestApp.loginUri(scene.tenant()))
                    .expect(ChallengePage.ID);
        });
    }

    @Test
    void A22_changesToTheFactorsAreAsked() {
        matrix.inManagedRealms(scene -> {
            User ada = scene.victim();
            scene.tenant().setPolicy(EVERY_RISK_IS_LOW);

            new RawBrowser(scene.tenant())
                    .login(ada, "kc_action", "msp-mfa-backup-codes")
                    .expect(ChallengePage.ID);
        });
    }
}
