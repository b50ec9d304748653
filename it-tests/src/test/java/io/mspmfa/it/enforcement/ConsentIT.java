// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak's consent page ends any login whose user is known, also from the page of a required action (A14). */
class ConsentIT {
    private static final String CONSENT_PAGE = "login-login-oauth-grant";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void anAppAsksForConsent() {
        String clients = "/" + TENANT.name() + "/clients";
        ObjectNode app = (ObjectNode) TENANT.admin()
                .get(clients + "?clientId=" + TestApp.OTHER_CLIENT)
                .get(0);
        TENANT.admin().put(clients + "/" + app.path("id").asText(), app.put("consentRequired", true));
    }

    @Test
    void A14_consentInsteadOfAFactorIsNoLoginAndReportedAsNone() {
        User ada = TENANT.user();
        RawBrowser thief = new RawBrowser(TENANT);
        RawPage owed = thief.login(ada).expect(TotpPage.ID);

        thief.post(owed.consent(), Form.of("accept", "Yes")).expect(KeycloakErrorPage.ID);

        assertThat(TENANT.events().of(ada, "LOGIN")).isEmpty();
        assertThat(TENANT.events().of(ada, "LOGIN_ERROR"))
                .extracting(event -> event.path("error").asText())
                .containsExactly("msp_mfa_required");
        assertThat(TENANT.sessions(ada)).isZero();
    }

    @Test
    void A14_consentAfterTheCodeIsALogin() {
        User ada = TENANT.user();
        var phone = Story.enrol(TENANT, ada).phone();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage login = browser.get(TestApp.loginUriOf(TENANT, TestApp.OTHER_CLIENT));
        RawPage challenge = browser.post(login, "username", ada.username(), "password", ada.password());
        RawPage consent = browser.post(challenge, "code", phone.freshCode()).expect(CONSENT_PAGE);

        RawPage end = browser.post(consent, "code", consent.fields().getOrDefault("code", ""), "accept", "Yes");

        assertThat(end.signedIn()).isTrue();
        assertThat(TENANT.events().of(ada, "LOGIN"))
                .anyMatch(
                        event -> event.path("details").path("consent").asText().equals("consent_granted"));
    }
}
