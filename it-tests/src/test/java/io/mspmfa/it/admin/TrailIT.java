// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each change is recorded as an admin event, in the tenant and in master, with the values before and after and without
 * secrets (A57, R32).
 */
class TrailIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static AdminApi root;
    private static Person reseller;

    @BeforeAll
    static void masterKeepsARecord() {
        root = STAFF.superAdmin();
        reseller = STAFF.reseller(TENANT, "manage-mfa");
        recordInMaster(true);
    }

    @AfterAll
    static void masterIsAsBefore() {
        recordInMaster(false);
        root.delete("/master/admin-events");
    }

    @Test
    void A57_changesToPolicyAndFloorAreRecorded() {
        AdminApi api = reseller.api();
        api.put(path("policy"), Json.of("{'mode': 'optional', 'graceDays': 1}"));
        assertRecorded("UPDATE", "policy", "{'mode': 'optional'}", "{'mode': 'optional', 'graceDays': 1}");
        api.put(path("floor"), Json.of("{'mode': 'optional'}"));
        assertRecorded("CREATE", "floor", "null", "{'mode': 'optional'}");
        api.put(path("floor?revokeSessions=true"), Json.of("{'mode': 'off'}"));
        assertThat(newest(TENANT.name(), "msp-mfa/floor/revoke-sessions")
                        .path("operationType")
                        .asText())
                .isEqualTo("ACTION");
        assertRecorded("UPDATE", "floor", "{'mode': 'optional'}", "{'mode': 'off'}");
        api.delete(path("floor"));
        assertRecorded("DELETE", "floor", "{'mode': 'off'}", "null");
        api.delete(path("policy"));
        assertRecorded("DELETE", "policy", "{'mode': 'optional', 'graceDays': 1}", "null");
        int events = TENANT.events().admin().size();
        api.delete(path("policy"));
        assertThat(TENANT.events().admin())
                .as("nothing deleted, nothing recorded")
                .hasSize(events);
        api.tryPut("/master/msp-mfa/tenants/floor", floorForAll());
        assertRecorded("CREATE", "floor", "null", "{'mode': 'optional'}");
        api.put(path("policy"), Json.of("{'mode': 'optional'}"));
        assertRecorded("CREATE", "policy", "null", "{'mode': 'optional'}");
    }

    @Test
    void A57_changesToAUserAreRecorded() {
        User ada = TENANT.user();
        String user = "users/" + ada.id();
        reseller.api().put(path(user + "/required"), "{\"required\": true}");
        assertRecorded(
                "UPDATE",
                user + "/required",
                "{'by': 'reseller', 'required': false}",
                "{'by': 'reseller', 'required': true}");

        Answer link =
                reseller.api().tryPost(path(user + "/enrolment-links"), "{}").ok();
        JsonNode made = newest(TENANT.name(), "msp-mfa/" + user + "/enrolment-links");
        assertThat(change(made).path("after").fieldNames()).toIterable().containsExactly("expiresAt");

        reseller.api().put(path(user + "/required"), "{\"required\": false}");
        Enrolled enrolled = Story.enrol(TENANT, ada);
        reseller.api()
                .tryPost(path(user + "/reset"), "{\"reason\": \"lost phone\"}")
                .ok();
        JsonNode reset = change(newest(TENANT.name(), "msp-mfa/" + user + "/reset"));
        assertThat(Json.texts(reset.path("before").path("credentials")))
                .containsExactlyInAnyOrder("otp", "msp-backup-codes");
        assertThat(reset.path("before").path("sessions").asInt()).isPositive();
        assertThat(reset.path("after").path("reason").asText()).isEqualTo("lost phone");
        assertThat(change(newest("master", "tenants/" + TENANT.name() + "/msp-mfa/" + user + "/reset")))
                .isEqualTo(reset);

        String all = TENANT.events().admin()
                + root.get("/master/admin-events?max=500").toString();
        String token = link.json().path("url").asText().replaceFirst(".*key=", "");
        assertThat(token).isNotEmpty();
        assertThat(all).doesNotContain(token);
        enrolled.codes().forEach(code -> assertThat(all).doesNotContain(code));
    }

    @Test
    void A57_aRefusedWriteIsNotRecorded() {
        int events = TENANT.events().admin().size();

        reseller.api().tryPut(path("policy"), Json.of("{'mode': 'sometimes'}"));
        reseller.api().tryPost(path("users/nobody/reset"), "{\"reason\": \"x\"}");
        reseller.api().tryPut(path("floor"), Json.of("{'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}"));

        assertThat(TENANT.events().admin()).hasSize(events);
    }

    private static void assertRecorded(String operation, String what, String before, String after) {
        JsonNode event = newest(TENANT.name(), "msp-mfa/" + what);
        assertThat(event.path("resourceType").asText()).isEqualTo("MSP_MFA");
        assertThat(event.path("operationType").asText()).isEqualTo(operation);
        assertThat(change(event).path("before")).isEqualTo(Json.of(before));
        assertThat(change(event).path("after")).isEqualTo(Json.of(after));
        assertThat(event.path("authDetails").path("userId").asText())
                .isEqualTo(reseller.user().id());

        JsonNode own = newest("master", "tenants/" + TENANT.name() + "/msp-mfa/" + what);
        assertThat(own.path("operationType").asText()).isEqualTo(operation);
        assertThat(own.path("representation")).isEqualTo(event.path("representation"));
        assertThat(own.path("details").path("realm").asText()).isEqualTo(TENANT.name());
        assertThat(own.path("details").path("caller").asText())
                .isEqualTo(reseller.user().username());
    }

    /** Newest first, as Keycloak lists them. */
    private static JsonNode newest(String realm, String path) {
        List<JsonNode> events = Json.list(root.get("/" + realm + "/admin-events?max=500"));
        return events.stream()
                .filter(event -> path.equals(event.path("resourcePath").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No event of " + path + " in " + realm));
    }

    private static JsonNode change(JsonNode event) {
        return Json.parse(event.path("representation").asText());
    }

    private static JsonNode floorForAll() {
        return Json.of("{'realms': ['" + TENANT.name() + "'], 'floor': {'mode': 'optional'}}");
    }

    private static void recordInMaster(boolean on) {
        root.put(
                "/master/events/config",
                Json.of("{'adminEventsEnabled': " + on + ", 'adminEventsDetailsEnabled': " + on + "}"));
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
