// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Grants that involve no flow, or a flow without OTP. */
class GrantRowsIT {

    private static final String REFUSED = "interaction_required";
    private static final String CLOSED = "access_denied";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perClass();

    @Test
    void thePasswordGrantWithAFlowWithoutOtp() {
        MATRIX.row(scene -> GrantAttacks.passwordGrant(scene, scene.victim()))
                .worksOnStock()
                .endsAt("invalid_grant");
        MATRIX.row(scene -> GrantAttacks.passwordGrant(scene, scene.newcomer())).endsAt(REFUSED);
    }

    @Test
    void theDeviceFlowOfAClientWithAFlowWithoutOtp() {
        MATRIX.row(scene -> GrantAttacks.device(scene, scene.victim()))
                .worksOnStock()
                .endsAt(ChallengePage.ID);
        MATRIX.row(scene -> GrantAttacks.device(scene, scene.newcomer())).endsAt(TotpPage.ID);
    }

    @Test
    void cibaIsClosedAtTheClientsRequest() {
        MATRIX.row(scene -> GrantAttacks.ciba(scene, scene.victim()))
                .worksOnStock()
                .endsAt(CLOSED);
        MATRIX.row(scene -> GrantAttacks.ciba(scene, scene.newcomer())).endsAt(CLOSED);
    }

    /** This grant wraps every refusal in its own error, so the error code is not ours, but the message is. */
    @Test
    void theJwtAuthorizationGrant() {
        Row row = MATRIX.row(scene -> GrantAttacks.jwtGrant(scene, scene.victim()));

        row.worksOnStock().endsAt(REFUSED, "invalid_grant");
        assertThat(row.managed())
                .allSatisfy(outcome -> assertThat(outcome.loot().text()).contains("this grant can't ask"));
        MATRIX.row(scene -> GrantAttacks.jwtGrant(scene, scene.newcomer())).endsAt(REFUSED, "invalid_grant");
    }

    @Test
    void whatTheGateRefusesIsRecordedAndExplained() {
        MATRIX.row(scene -> {
                    User victim = scene.victim();
                    Loot loot = GrantAttacks.ciba(scene, victim);
                    if (scene.isManaged()) {
                        assertThat(loot.text()).contains("this grant can't ask", "new authorization request");
                        assertThat(scene.tenant().events().of(victim))
                                .anyMatch(event -> event.path("error").asText().equals("msp_mfa_required"));
                    }
                    return loot;
                })
                .endsAt(CLOSED);
    }

    /** The required action was lost, for example through an import: the code that the browser receives is worthless. */
    @Test
    void theCodeOfALoginWithoutTheLoginCheckIsWorthless() {
        MATRIX.row(scene -> {
                    User victim = scene.victim();
                    if (scene.isManaged()) {
                        scene.tenant().probe().loseRequiredAction(scene.floorAction());
                    }
                    String id = Clients.unique("app");
                    String flow = FlowBuilder.passwordOnly(scene.admin(), id);
                    scene.admin()
                            .change(
                                    "/clients/" + scene.admin().idOfClient(TestApp.OTHER_CLIENT),
                                    client -> Clients.withFlow(client, "browser", flow))
                            .ok();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    var login = browser.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT));
                    return Loot.of(
                            scene,
                            victim,
                            browser.post(login, "username", victim.username(), "password", victim.password()));
                })
                .worksOnStock()
                .endsAt(REFUSED, ChallengePage.ID);
    }

    @Test
    void aTokenExchangeKeepsTheSessionAndItsProof() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            String exchanger = GrantAttacks.exchanger(scene);
            TokenResult tokens = scene.honestLogin(new RawBrowser(scene.tenant()), scene.victim());

            TokenResult exchanged = GrantAttacks.exchange(scene.tenant(), exchanger, tokens);

            assertThat(exchanged.signedIn()).as(exchanged.body().toString()).isTrue();
            assertThat(exchanged.claim("sid")).isEqualTo(tokens.claim("sid"));
        });
    }

    @Test
    void aServiceAccountHasNoSecondFactorAndNeedsNone() {
        MATRIX.inManagedRealms(scene -> {
            scene.enforce();
            String id = Clients.unique("service");
            Clients.add(scene, Clients.confidential(id).put("serviceAccountsEnabled", true));

            TokenResult result = Clients.tokens(scene.tenant(), id, "client_credentials");

            assertThat(result.signedIn()).as(result.body().toString()).isTrue();
        });
    }
}
