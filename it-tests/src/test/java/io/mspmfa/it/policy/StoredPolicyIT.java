// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that are written past our REST API: into the attributes of a realm or of an organisation. */
class StoredPolicyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 50L * MEGABYTE;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.off());

    @RegisterExtension
    static final Tenant IMPORTED = Tenant.unmanaged();

    @BeforeAll
    static void organisations() {
        TENANT.change(realm -> realm.put("organizationsEnabled", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"mode\": \"sometimes\"}; mode: must be one of off, optional, adaptive, required",
                "{\"graceDays\": 31, \"mood\": 1}; graceDays: must be a whole number from 0 to 30",
                "{\"mode\": 17, nonsense; is not valid JSON",
                "[]; must be a JSON object"
            })
    void R38_aPolicyThatCannotBeReadIsNotSaved(String text, String problems) {
        Answer refused = save(realm -> attributes(realm).put(Tenant.POLICY, text));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText())
                .contains(problems)
                .endsWith(".");
        assertThat(attributes(realm()).path(Tenant.POLICY).asText()).contains("off");
    }

    @Test
    void R38_aRealmIsSavedAsBeforeWithAPolicyThatCanBeRead() {
        String text = "{\"mode\":\"optional\"}";

        assertThat(save(realm -> attributes(realm).put(Tenant.POLICY, text)).status())
                .isEqualTo(204);

        assertThat(attributes(realm()).path(Tenant.POLICY).asText()).isEqualTo(text);
        TENANT.setPolicy(Policy.off());
    }

    @Test
    void R38_thePolicyOfAnOrganisationIsNotSavedEither() {
        ObjectNode acme = JSON.createObjectNode().put("name", "acme").put("alias", "acme");
        acme.putArray("domains").addObject().put("name", "acme.test");
        acme.putObject("attributes").putArray(Tenant.POLICY).add("{\"mode\": 1}");
        String organisations = "/" + TENANT.name() + "/organizations";

        Answer refused = TENANT.admin().tryPost(organisations, acme);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).contains("mode: must be one of");
        assertThat(TENANT.admin().get(organisations)).isEmpty();
    }

    @Test
    void R38_anImportedPolicyThatCannotBeReadMeansRequired() {
        ObjectNode realm = (ObjectNode) IMPORTED.admin().get("/" + IMPORTED.name());
        realm.remove("id");
        attributes(realm).put(Tenant.POLICY, "{\"mode\": 1}");
        IMPORTED.admin().delete("/" + IMPORTED.name());

        IMPORTED.admin().post("", realm);

        IMPORTED.addClient(TestApp.CLIENT);
        new RawBrowser(IMPORTED).login(IMPORTED.user()).expect(TotpPage.ID);
    }

    @Test
    void R38_aPolicyThatIsTooLongIsNotSaved() {
        Answer refused = save(realm -> attributes(realm).put(Tenant.POLICY, "x".repeat(65_537)));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).contains("longer than 65,536 characters");
    }

    /** 20 texts of 8 MB, stored one after the other as an import does, each followed by a read of the policy. */
    @Test
    void R38_aTenantCannotFillTheServersMemory() {
        String filler = "x".repeat(8 * MEGABYTE);
        long before = TENANT.probe().usedHeap();

        for (int i = 0; i < 20; i++) {
            TENANT.probe().setRealmAttribute(Tenant.POLICY, i + filler);
            TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/policy");
        }
        TENANT.setPolicy(Policy.off());

        assertThat(keptSince(before)).isLessThan(LITTLE);
    }

    /**
     * How much more of the heap is in use. The database in memory lets go of old versions by and by, when others are
     * written, so this asks again until little is left, or for two minutes.
     */
    private static long keptSince(long before) {
        Instant deadline = Instant.now().plusSeconds(120);
        long kept = Long.MAX_VALUE;
        for (int i = 0; kept >= LITTLE && Instant.now().isBefore(deadline); i++) {
            TENANT.probe().setRealmAttribute("other.attribute", Integer.toString(i));
            kept = TENANT.probe().usedHeap() - before;
        }
        return kept;
    }

    private static Answer save(Consumer<ObjectNode> edit) {
        ObjectNode realm = realm();
        edit.accept(realm);
        return TENANT.admin().tryPut("/" + TENANT.name(), realm);
    }

    private static ObjectNode realm() {
        return (ObjectNode) TENANT.admin().get("/" + TENANT.name());
    }

    private static ObjectNode attributes(ObjectNode realm) {
        return realm.withObjectProperty("attributes");
    }
}
