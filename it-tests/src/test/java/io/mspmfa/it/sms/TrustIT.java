// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with a certificate of its own, which Keycloak's truststore has or doesn't have. */
class TrustIT {
    @TempDir
    Path folder;

    @Test
    void A33_theCertificateOfAGatewayIsCheckedAgainstKeycloaksTruststore() throws Exception {
        Certificate certificate = new Certificate(folder);
        Gateway gateway = Gateway.secure(certificate.context());
        String number = gateway.newNumber();

        assertThat(codePage(gateway, number).says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(gateway.allTo(number))
                .as("before the certificate was checked")
                .isEmpty();
        codePage(gateway, number, "--truststore-paths=" + certificate.file());

        assertThat(gateway.nextTo(number).text()).contains("Acme Ltd");
    }

    private static RawPage codePage(Gateway gateway, String number, String... more) {
        KeycloakServer server = Servers.withOptions("trust", gateway, more);
        try {
            Tenant tenant = Tenant.on(() -> server).create();
            tenant.setPolicy(Policy.required().methods("sms").notifyByEmail(false));
            SmsStory story = new SmsStory(tenant, gateway::nextTo);
            RawBrowser browser = new RawBrowser(tenant);
            return story.toCodePage(browser, story.toNumberPage(browser, tenant.user()), number);
        } finally {
            server.stop();
        }
    }
}
