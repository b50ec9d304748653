// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server without a gateway for text messages. */
class NoGatewayIT {
    private static final KeycloakServer SERVER = Servers.withGateway("");

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void A24_theMethodIsGreyedOutWithTheReasonAndRefusedIfPosted() {
        TENANT.setPolicy(Policy.required().methods("sms", "totp", "webauthn").notifyByEmail(false));
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage choice = browser.login(TENANT.user()).expect(MethodPage.ID);

        assertThat(choice.says("mspMfaMethodSmsNoGateway")).isTrue();
        assertThat(choice.attribute("#method-sms", "disabled")).isNotNull();
        browser.post(choice, "method", "sms", "next", "true").expect(MethodPage.ID);
    }

    @Test
    void A32_aPolicyThatAllowsNothingElseWouldLockAdministratorsOut() {
        Policy smsOnly = Policy.required().methods("sms").notifyByEmail(false);

        Answer refused = TENANT.admin().tryPut("/" + TENANT.name() + "/msp-mfa/floor", smsOnly.toString());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("error").asText()).isEqualTo("locks_out_admins");
    }

    @Test
    void A18_whoHasNothingButANumberIsToldWhyAndSoAreAdministrators() {
        TENANT.setPolicy(Policy.required().methods("sms").notifyByEmail(false));
        User ada = TENANT.user();
        new SmsStory(TENANT).plant(ada, "+4915123456789");

        RawPage page = new RawBrowser(TENANT).login(ada).expect(KeycloakErrorPage.ID);

        assertThat(page.says("mspMfaMethodSmsNoGateway")).isTrue();
        JsonNode status = TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + ada.id());
        assertThat(status.path("why").toString())
                .contains("Codes by text message can't be sent: the server has no gateway.");
    }
}
