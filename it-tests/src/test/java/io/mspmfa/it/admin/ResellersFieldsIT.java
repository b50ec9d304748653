// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What text messages say and from whom they come is the reseller's, who pays for them. */
class ResellersFieldsIT {
    private static final JsonNode FIELDS =
            Json.of("{'mode': 'optional', 'sms': {'unique': true, 'sender': 'Acme', 'text': 'Acme code: {code}'}}");

    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person admin;
    private static AdminApi reseller;

    @BeforeAll
    static void people() {
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        reseller = STAFF.reseller(TENANT, "manage-mfa").api();
    }

    @AfterEach
    void neitherFloorNorPolicy() {
        TENANT.admin().delete(path("floor"));
        TENANT.admin().delete(path("policy"));
    }

    @Test
    void R37_theFloorSetsThemAndTheTenantCannot() {
        Answer refused = admin.api().tryPut(path("policy"), FIELDS);
        reseller.put(path("floor"), FIELDS);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_policy");
        assertThat(refused.json().path("fields").findValuesAsText("field")).containsExactly("sms.sender", "sms.text");
        JsonNode policy = admin.api().get(path("policy"));
        assertThat(policy.at("/effective/sms/sender").asText()).isEqualTo("Acme");
        assertThat(policy.at("/effective/sms/text").asText()).isEqualTo("Acme code: {code}");
        assertThat(policy.path("sources").path("sms.text").asText()).isEqualTo("floor");
        assertThat(policy.path("editable").toString())
                .contains("sms.types")
                .doesNotContain("sms.sender", "sms.text", "sms.unique");
    }

    @Test
    void R37_inTheAttributeOfTheRealmTheyHaveNoEffect() {
        TENANT.change(realm -> ((ObjectNode) realm.path("attributes")).put(Tenant.POLICY, FIELDS.toString()));

        JsonNode policy = admin.api().get(path("policy"));
        assertThat(policy.at("/effective/sms/unique").asBoolean()).isTrue();
        assertThat(policy.at("/effective/sms/sender").asText()).isEmpty();
        assertThat(policy.at("/effective/sms/text").asText()).isEmpty();
        assertThat(policy.path("sources").path("sms.sender").asText()).isEqualTo("default");
        assertThat(policy.path("editable").toString()).doesNotContain("sms.sender", "sms.text");
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
