// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enforcing in one tenant or many must not wipe what a floor says besides (V3, V15). */
class FloorMergeIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant PLAIN = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static AdminApi reseller;

    @BeforeAll
    static void people() {
        var person = STAFF.reseller(TENANT, "manage-mfa");
        STAFF.grantOn(PLAIN, person, "manage-mfa");
        reseller = person.api();
        TENANT.user();
    }

    @BeforeEach
    void aFloorAndNone() {
        TENANT.admin()
                .put(floor(TENANT, ""), Json.of("{'graceDays': 7, 'attempts': {'max': 4}, 'selfDisable': false}"));
        TENANT.admin().delete(floor(PLAIN, ""));
    }

    /** What the merge is for. */
    @Test
    void V3_withoutAMergeTheRestOfTheFloorIsWiped() {
        reseller.put(floor(TENANT, ""), Json.of("{'mode': 'required'}"));

        assertThat(floorOf(TENANT)).isEqualTo(Json.of("{'mode': 'required'}"));
    }

    @Test
    void V3_aMergeLeavesWhatItDoesNotName() {
        reseller.put(floor(TENANT, "?merge=true"), Json.of("{'mode': 'required', 'graceDays': 3}"));

        assertThat(floorOf(TENANT))
                .isEqualTo(
                        Json.of("{'mode': 'required', 'graceDays': 3, 'attempts': {'max': 4}, 'selfDisable': false}"));
    }

    @Test
    void V3_withoutAFloorAMergeSetsOne() {
        reseller.put(floor(PLAIN, "?merge=true"), Json.of("{'mode': 'required'}"));

        assertThat(floorOf(PLAIN)).isEqualTo(Json.of("{'mode': 'required'}"));
    }

    @Test
    void V15_aMergeWeakensNothingUnlessAsked() {
        JsonNode before = floorOf(TENANT);
        Answer refused = reseller.tryPut(
                floor(TENANT, "?merge=true"), Json.of("{'graceDays': 8, 'attempts': {'max': 9}, 'mode': 'required'}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("error").asText()).isEqualTo("weaker_than_before");
        assertThat(refused.json().path("fields").findValuesAsText("field"))
                .containsExactly("graceDays", "attempts.max");
        assertThat(floorOf(TENANT)).isEqualTo(before);

        reseller.put(floor(TENANT, "?merge=true&replace=true"), Json.of("{'graceDays': 8}"));

        assertThat(floorOf(TENANT).path("graceDays").asInt()).isEqualTo(8);
        assertThat(floorOf(TENANT).at("/attempts/max").asInt()).isEqualTo(4);
    }

    /** A floor that requires a factor has no exemptions, even though it doesn't say so. */
    @Test
    void V15_anExemptionWhereThereWasNoneIsWeakerToo() {
        reseller.put(floor(TENANT, "?merge=true"), Json.of("{'mode': 'required'}"));

        Answer refused = reseller.tryPut(floor(TENANT, "?merge=true"), Json.of("{'exemptRoles': ['offline_access']}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("fields").findValuesAsText("field")).containsExactly("exemptRoles");
    }

    @Test
    void V3_manyTenantsAtOnceAndOneOfThemRefuses() {
        JsonNode outcome = reseller.tryPut(
                        "/master/msp-mfa/tenants/floor?merge=true",
                        Json.of("{'realms': ['" + TENANT.name() + "', '" + PLAIN.name() + "', '" + FOREIGN.name()
                                + "'], 'floor': {'mode': 'required', 'graceDays': 9}}"))
                .ok()
                .json();

        assertThat(Json.texts(outcome.path("done"))).containsExactly(PLAIN.name());
        assertThat(outcome.path("failed").findValuesAsText("error")).containsExactly("weaker_than_before", "not_found");
        assertThat(floorOf(TENANT).has("mode")).isFalse();
    }

    @Test
    void X3_thePreviewOfManyCountsAndNamesWhatWouldBeRefused() {
        Answer answer = reseller.tryPost(
                "/master/msp-mfa/tenants/floor/preview?merge=true",
                Json.of("{'realms': ['" + TENANT.name() + "', '" + PLAIN.name() + "', '" + FOREIGN.name()
                        + "', 'master'], 'floor': {'mode': 'required', 'graceDays': 9}}"));
        JsonNode preview = answer.ok().json();

        assertThat(preview.at("/totals/tenants").asInt()).isEqualTo(2);
        assertThat(preview.at("/totals/refused").asInt()).isEqualTo(1);
        assertThat(preview.at("/totals/mustEnrol").asInt()).isEqualTo(1);
        JsonNode tenant = preview.at("/items/0");
        assertThat(tenant.path("realm").asText()).isEqualTo(TENANT.name());
        assertThat(tenant.at("/preview/refused/0/field").asText()).isEqualTo("graceDays");
        assertThat(tenant.at("/preview/effective/attempts/max").asInt()).isEqualTo(4);
        assertThat(preview.path("failed").findValuesAsText("realm")).containsExactly(FOREIGN.name(), "master");
        assertThat(floorOf(TENANT).has("mode")).as("nothing is changed").isFalse();
        assertThat(floorOf(PLAIN).isNull()).isTrue();
    }

    @Test
    void X3_theOwnPolicysPreviewSaysWhatTheFloorWouldRefuse() {
        AdminApi admin = STAFF.ofTenant(TENANT, "realm-admin").api();
        JsonNode preview = admin.tryPost(
                        "/" + TENANT.name() + "/msp-mfa/policy/preview",
                        Json.of("{'graceDays': 8, 'sms': {'sender': 'Acme'}, 'mode': 'optional'}"))
                .ok()
                .json();

        assertThat(preview.path("refused").findValuesAsText("code"))
                .containsExactly("reseller_only", "weaker_than_floor");
        assertThat(preview.at("/effective/graceDays").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "/policy/preview?layer=own&merge=true, merge",
        "/policy/preview?layer=own&replace=true, replace",
        "/policy/preview?layer=floor&force=true, force",
        "/tenants/floor/preview?force=true, force",
        "/tenants/floor/preview?revokeSessions=true, revokeSessions"
    })
    void X3_aPreviewRefusesAParameterOnWhichItDoesNotDepend(String call, String parameter) {
        boolean isOfMany = call.startsWith("/tenants");
        Answer answer = reseller.tryPost(
                "/" + (isOfMany ? "master" : TENANT.name()) + "/msp-mfa" + call,
                isOfMany
                        ? Json.of("{'realms': ['" + TENANT.name() + "'], 'floor': {'mode': 'required'}}")
                        : Json.of("{'mode': 'required'}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/fields/0/field").asText()).isEqualTo(parameter);
        assertThat(answer.json().at("/fields/0/code").asText()).isEqualTo("not_known");
    }

    private static JsonNode floorOf(Tenant tenant) {
        return reseller.get("/" + tenant.name() + "/msp-mfa/policy").path("floor");
    }

    private static String floor(Tenant tenant, String query) {
        return "/" + tenant.name() + "/msp-mfa/floor" + query;
    }
}
