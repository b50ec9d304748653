// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.Servers;
import io.mspmfa.it.server.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * On a Keycloak that is too old: nobody gets in to a managed realm, and it is clear why. {@code ./verify} runs it as part
 * of the matrix only, because it takes such a Keycloak.
 */
class ClosedRealmIT {

    @RegisterExtension
    static final Tenant MANAGED = Tenant.managed(Policy.required());

    @RegisterExtension
    static final Tenant OTHER = Tenant.unmanaged();

    @Test
    void theServerSaysInOneErrorWhatIsMissing() {
        List<String> errors = Servers.shared()
                .log()
                .lines()
                .filter(line -> line.contains("MSP MFA ") && line.contains("Keycloak"))
                .toList();

        assertThat(errors)
                .singleElement()
                .asString()
                .contains(
                        " ERROR ",
                        "can't protect logins on Keycloak " + Settings.keycloakVersion(),
                        "this Keycloak is older than 26.6",
                        "SPI token-interceptor, provider msp-mfa (taken by nobody)");
    }

    @Test
    void aLoginEndsAtAPageThatAnAdministratorUnderstands() {
        var ada = MANAGED.user();

        RawPage page = new RawBrowser(MANAGED).login(ada).expect(KeycloakErrorPage.ID);

        assertThat(page.says("mspMfaOutOfOrder")).as(page.text()).isTrue();
        assertThat(page.status()).isEqualTo(503);
        assertThat(MANAGED.sessions(ada)).isZero();
    }

    @Test
    void noPageOfOursLeadsPastIt() {
        var ada = MANAGED.user();

        for (String action : List.of("msp-mfa", "msp-mfa-setup", "msp-mfa-manage", "CONFIGURE_TOTP")) {
            RawPage page = new RawBrowser(MANAGED).login(ada, "kc_action", action);
            assertThat(page.says("mspMfaOutOfOrder"))
                    .as(action + ": " + page.text())
                    .isTrue();
        }
        assertThat(MANAGED.sessions(ada)).isZero();
    }

    @Test
    void aPasswordGrantIsRefused() {
        var ada = MANAGED.user();

        assertThat(TestApp.passwordGrant(MANAGED, ada).signedIn()).isFalse();
        assertThat(MANAGED.sessions(ada)).isZero();
    }

    /** Without the gate, nothing else would stop a session that is already there. */
    @Test
    void aSessionFromBeforeGetsNoMoreTokens() {
        Tenant realm = Tenant.unmanaged().create();
        var ada = realm.user();
        var tokens = new RawBrowser(realm).login(ada).tokens();
        assertThat(TestApp.refresh(realm, tokens).signedIn()).isTrue();

        realm.probe().setRealmAttribute(Tenant.POLICY, Policy.required().toString());

        assertThat(TestApp.refresh(realm, tokens).signedIn()).isFalse();
        assertThat(TestApp.passwordGrant(realm, ada).signedIn()).isFalse();
        realm.admin().delete("/" + realm.name());
    }

    @Test
    void adminCallsSayWhy() {
        Answer answer = MANAGED.admin().tryPut("/" + MANAGED.name() + "/msp-mfa/floor", Policy.required());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("error").asText()).isEqualTo("out_of_order");
        assertThat(answer.json().path("errorMessage").asText()).contains("The server's log says why");
    }

    @Test
    void aRealmThatIsNotManagedIsAsEver() {
        var ada = OTHER.user();

        assertThat(new RawBrowser(OTHER).login(ada).signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(OTHER, ada).signedIn()).isTrue();
    }
}
