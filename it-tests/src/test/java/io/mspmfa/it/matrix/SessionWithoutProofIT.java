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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A session that should not exist: a script wrote a policy into the realm, bypassing our REST call, which would have
 * recorded that older sessions may remain. Its tokens can't be renewed.
 */
class SessionWithoutProofIT {

    private static final String REFUSED = "interaction_required";

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scene scene;

    @BeforeEach
    void makeRealm() {
        scene = new Scene(Tenant.unmanaged(), true);
    }

    @AfterEach
    void deleteRealm() {
        scene.tenant().admin().delete("/" + scene.tenant().name());
    }

    @Test
    void refreshIsRefusedAndTheSessionIsGone() {
        User ada = scene.newcomer();
        TokenResult tokens = new RawBrowser(scene.tenant()).login(ada).tokens();
        assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
        require();

        TokenResult refused = TestApp.refresh(scene.tenant(), tokens);

        assertThat(refused.signedIn()).isFalse();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo(REFUSED);
        assertThat(refused.errorDescription()).matches("[A-Z].{15,}");
        assertThat(scene.tenant().sessions(ada)).isZero();
        assertThat(scene.tenant().events().of(ada))
                .anyMatch(event -> event.path("error").asText().equals("msp_mfa_required"));
    }

    @Test
    void exchangeIsRefused() {
        User ada = scene.newcomer();
        String exchanger = GrantAttacks.exchanger(scene);
        TokenResult tokens = new RawBrowser(scene.tenant()).login(ada).tokens();
        assertThat(GrantAttacks.exchange(scene.tenant(), exchanger, tokens).signedIn())
                .isTrue();
        require();

        TokenResult refused = GrantAttacks.exchange(scene.tenant(), exchanger, tokens);

        assertThat(refused.signedIn()).as(refused.body().toString()).isFalse();
        assertThat(refused.error()).isEqualTo(REFUSED);
    }

    @Test
    void aServiceAccountGoesOn() {
        String id = Clients.unique("service");
        Clients.add(scene, Clients.confidential(id).put("serviceAccountsEnabled", true));
        require();

        assertThat(Clients.tokens(scene.tenant(), id, "client_credentials").signedIn())
                .isTrue();
    }

    private void require() {
        scene.tenant()
                .probe()
                .setRealmAttribute(Tenant.POLICY, Policy.required().toString());
    }
}
