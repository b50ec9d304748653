// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant may choose freely can't pass for a line of the server's log. */
class LogLinesIT {
    private static final String LINE_BREAK = "\r\n|[\n\r\u0085\u2028\u2029]";
    private static final String FORGED = "ERROR";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void R5_namesPoliciesAndIdsForgeNoLogLine(String lineBreak) {
        int start = TENANT.server().log().length();
        String name = "e" + lineBreak + FORGED;
        String policy = JSON.createObjectNode().put(name, 1).toString();
        create(JSON.createObjectNode().put("realm", name).put("id", name).put("enabled", true), policy);
        TENANT.probe().setRealmAttribute(Tenant.POLICY, policy);
        User ada = TENANT.user();
        TENANT.probe()
                .plantCredential(
                        ada.username(),
                        JSON.createObjectNode().put("type", "otp").put("id", "x" + lineBreak + "ERROR"));

        new RawBrowser(TENANT).login(ada).expect(KeycloakErrorPage.ID);

        List<String> log = List.of(TENANT.server().log().substring(start).split(LINE_BREAK, -1));
        assertThat(log).anyMatch(line -> line.contains("[io.mspmfa"));
        for (int i = 1; i < log.size(); i++) {
            boolean afterOurs = log.get(i - 1).contains("[io.mspmfa");
            assertThat(afterOurs && log.get(i).startsWith(FORGED))
                    .as(log.get(i - 1) + " / " + log.get(i))
                    .isFalse();
        }
    }

    /** Keycloak may refuse such a name by itself. */
    private static void create(ObjectNode realm, String policy) {
        realm.putObject("attributes").put(Tenant.POLICY, policy);
        Answer answer = TENANT.admin().tryPost("", realm);
        if (answer.status() / 100 == 2) {
            String name = realm.path("realm").asText();
            TENANT.admin()
                    .delete("/"
                            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
