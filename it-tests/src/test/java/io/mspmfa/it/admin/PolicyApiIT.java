// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tenant's policy under the reseller's floor: what is shown, stored and refused. */
class PolicyApiIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person admin;
    private static AdminApi reseller;

    @BeforeAll
    static void people() {
        TENANT.change(realm -> realm.put("accessTokenLifespan", 3600));
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        reseller = STAFF.reseller(TENANT, "manage-mfa").api();
        admin.api().get(path("policy"));
    }

    @BeforeEach
    void neitherFloorNorPolicy() {
        TENANT.admin().delete(path("floor"));
        TENANT.admin().delete(path("policy"));
    }

    @Test
    void V3_sourcesShowWhereEachValueComesFrom() {
        reseller.put(path("floor"), Json.of("{'mode': 'required', 'graceDays': 7, 'attempts': {'max': 5}}"));
        admin.api().put(path("policy"), Json.of("{'graceDays': 3, 'selfDisable': false}"));

        JsonNode seen = admin.api().get(path("policy"));

        assertThat(seen.path("managed").asBoolean()).isTrue();
        assertThat(seen.path("floor"))
                .isEqualTo(Json.of("{'mode': 'required', 'graceDays': 7, 'attempts': {'max': 5}}"));
        assertThat(seen.path("own")).isEqualTo(Json.of("{'graceDays': 3, 'selfDisable': false}"));
        JsonNode effective = seen.path("effective");
        assertThat(effective.path("mode").asText()).isEqualTo("required");
        assertThat(effective.path("graceDays").asInt()).isEqualTo(3);
        assertThat(effective.path("selfDisable").asBoolean(true)).isFalse();
        JsonNode sources = seen.path("sources");
        assertThat(sources.path("mode").asText()).isEqualTo("floor");
        assertThat(sources.path("graceDays").asText()).isEqualTo("own");
        assertThat(sources.path("selfDisable").asText()).isEqualTo("own");
        assertThat(sources.path("attempts.max").asText()).isEqualTo("floor");
        assertThat(sources.path("backupCodes.count").asText()).isEqualTo("default");
    }

    @Test
    void V16_editableListsWhatATenantCanStillTighten() {
        assertThat(Json.texts(TENANT.admin().get(path("policy")).path("editable")))
                .contains("mode", "graceDays", "requiredRoles", "attempts.max");
        reseller.put(path("floor"), Json.of("{'mode': 'required', 'attempts': {'max': 3}, 'selfDisable': false}"));

        assertThat(Json.texts(admin.api().get(path("policy")).path("editable")))
                .contains("methods", "localUsersOnly", "attempts.lockSeconds", "enrolment.qrLifetimeSeconds")
                .doesNotContain("mode", "graceDays", "exemptRoles", "requiredRoles", "attempts.max", "selfDisable");
    }

    @Test
    void V15_aPolicyWeakerThanTheFloorIsRefusedFieldByField() {
        reseller.put(path("floor"), Json.of("{'mode': 'required', 'graceDays': 7, 'attempts': {'max': 5}}"));
        JsonNode before = admin.api().get(path("policy"));

        Answer refused = admin.api()
                .tryPut(
                        path("policy"),
                        Json.of("{'mode': 'optional', 'graceDays': 8, 'attempts': {'max': 6}, 'selfDisable': false}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("error").asText()).isEqualTo("weaker_than_floor");
        JsonNode fields = refused.json().path("fields");
        assertThat(fields.findValuesAsText("field")).containsExactly("mode", "graceDays", "attempts.max");
        assertThat(fields.findValuesAsText("message"))
                .satisfiesExactly(
                        mode -> assertThat(mode).contains("required"),
                        days -> assertThat(days).contains("7"),
                        max -> assertThat(max).contains("5"));
        assertThat(admin.api().get(path("policy"))).isEqualTo(before);
        assertThat(admin.api()
                        .tryPut(path("policy"), Json.of("{'graceDays': 7, 'attempts': {'max': 4}}"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void V15_exemptionsThatTheFloorDoesNotSetAreWeakerToo() {
        reseller.put(path("floor"), Json.of("{'mode': 'required'}"));

        Answer refused = admin.api()
                .tryPut(
                        path("policy"),
                        Json.of("{'graceDays': 30, 'exemptRoles': ['offline_access'], 'requiredRoles': ['nobody']}"));

        assertThat(refused.json().path("fields").findValuesAsText("field"))
                .containsExactly("graceDays", "exemptRoles", "requiredRoles");
    }

    @Test
    void V19_aFloorOverridesAnOlderWeakerPolicyWhichIsKept() {
        admin.api().put(path("policy"), Json.of("{'mode': 'off'}"));
        reseller.put(path("floor"), Json.of("{'mode': 'required'}"));
        assertThat(mode()).isEqualTo("required");

        reseller.delete(path("floor"));

        assertThat(mode()).isEqualTo("off");
    }

    @Test
    void aRealmWithoutPolicyAndFloorIsNoLongerManaged() {
        reseller.put(path("floor"), Json.of("{'mode': 'required'}"));
        admin.api().put(path("policy"), Json.of("{'mode': 'required'}"));
        admin.api().delete(path("policy"));
        assertThat(mode()).isEqualTo("required");

        reseller.delete(path("floor"));

        JsonNode seen = admin.api().get(path("policy"));
        assertThat(seen.path("managed").asBoolean(true)).isFalse();
        assertThat(List.of(seen.path("own"), seen.path("floor"), seen.path("effective")))
                .allMatch(JsonNode::isNull);
        assertThat(seen.path("sources")).isEmpty();
    }

    @Test
    void masterHasNoFloor() {
        AdminApi root = TENANT.admin();
        Answer put = root.tryPut("/master/msp-mfa/floor", Json.of("{'mode': 'optional'}"));
        Answer delete = root.tryDelete("/master/msp-mfa/floor");
        Answer many = root.tryPut(
                "/master/msp-mfa/tenants/floor", Json.of("{'realms': ['master'], 'floor': {'mode': 'optional'}}"));

        assertThat(List.of(put, delete)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("error").asText()).isEqualTo("no_floor_for_master");
        });
        assertThat(many.json().path("done")).isEmpty();
        assertThat(many.json().path("failed").path(0).path("error").asText()).isEqualTo("no_floor_for_master");
    }

    private static String mode() {
        return TENANT.admin().get(path("policy")).path("effective").path("mode").asText();
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
