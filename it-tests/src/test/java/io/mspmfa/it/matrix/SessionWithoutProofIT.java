// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A session that should not exist: a script wrote a policy into the realm, bypassing our REST call, which would have
 * recorded that older sessions may remain. Its tokens can't be renewed.
 */
class SessionWithoutProofIT {

    private static final String REFUSED = "interaction_required";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void refreshIsRefusedAndTheSessionIsGone() {
        matrix.inManagedRealms(scene -> {
            User ada = scene.newcomer();
            TokenResult tokens = new RawBrowser(scene.tenant()).login(ada).tokens();
            assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
            require(scene);

            TokenResult refused = TestApp.refresh(scene.tenant(), tokens);

            assertThat(refused.signedIn()).isFalse();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).matches("[A-Z].{15,}");
            assertThat(scene.tenant().sessions(ada)).isZero();
            assertThat(scene.tenant().events().of(ada))
                    .anyMatch(event -> event.path("error").asText().equals("msp_mfa_required"));
        });
    }

    @Test
    void exchangeIsRefused() {
        matrix.inManagedRealms(scene -> {
            User ada = scene.newcomer();
            String exchanger = GrantAttacks.exchanger(scene);
            TokenResult tokens = new RawBrowser(scene.tenant()).login(ada).tokens();
            assertThat(GrantAttacks.exchange(scene.tenant(), exchanger, tokens).signedIn())
                    .isTrue();
            require(scene);

            TokenResult refused = GrantAttacks.exchange(scene.tenant(), exchanger, tokens);

            assertThat(refused.signedIn()).as(refused.body().toString()).isFalse();
            assertThat(refused.error()).isEqualTo(REFUSED);
        });
    }

    @Test
    void aServiceAccountGoesOn() {
        matrix.inManagedRealms(scene -> {
            String id = Clients.unique("service");
            Clients.add(scene, Clients.confidential(id).put("serviceAccountsEnabled", true));
            require(scene);

            assertThat(Clients.tokens(scene.tenant(), id, "client_credentials").signedIn())
                    .isTrue();
        });
    }

    private static void require(Scene scene) {
        scene.tenant()
                .probe()
                .setRealmAttribute(Tenant.POLICY, Policy.required().toString());
    }
}
