// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pack's own record of what was done, in a realm whose events are switched off (X14, L22). */
class ActivityIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().rememberDevice(30));

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person reseller;
    private static Person tenant;
    private static ActivityRecord record;

    @BeforeAll
    static void nobodyKeepsEvents() {
        reseller = STAFF.reseller(TENANT, "manage-mfa");
        tenant = STAFF.ofTenant(TENANT, "realm-admin");
        record = new ActivityRecord(reseller.api(), TENANT);
        TENANT.change(realm -> {
            realm.put("eventsEnabled", false).put("adminEventsEnabled", false);
            realm.putArray("eventsListeners").add(ServerProbe.BROKEN_COMMIT);
        });
    }

    @Test
    void X14_L22_aResetIsRecordedWithNamesAndReasonThoughEventsAreOff() {
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);

        reseller.api()
                .tryPost(
                        path("users/" + ada.id() + "/reset"),
                        Json.of("{'reason': 'Telefon verloren, R\u00fcckruf \ud83d\udd11'}"))
                .ok();

        JsonNode reset = record.of(ada).get(0);
        assertThat(reset.path("what").asText()).isEqualTo("reset");
        assertThat(reset.path("by")).isEqualTo(person(reseller, "master"));
        assertThat(reset.path("user").path("username").asText()).isEqualTo(ada.username());
        assertThat(reset.path("reason").asText()).isEqualTo("Telefon verloren, R\u00fcckruf \ud83d\udd11");
        assertThat(Json.texts(reset.path("details").path("credentials")))
                .containsExactlyInAnyOrder("otp", "msp-backup-codes");
        assertThat(TENANT.events().admin()).isEmpty();
        assertThat(new ActivityRecord(tenant.api(), TENANT).of(ada))
                .as("to the tenant")
                .isEqualTo(record.of(ada));
    }

    @Test
    void X14_aTenantCanNeitherSwitchItOffNorEmptyIt() {
        User ada = TENANT.user();
        int before = record.all().size();
        AdminApi admin = tenant.api();
        admin.put(
                "/" + TENANT.name() + "/events/config",
                Json.of("{'eventsEnabled': false, 'adminEventsEnabled': false}"));
        admin.delete("/" + TENANT.name() + "/admin-events");
        admin.delete("/" + TENANT.name() + "/events");

        admin.put(path("users/" + ada.id() + "/required"), "{\"required\": true}");
        admin.delete("/" + TENANT.name() + "/users/" + ada.id());

        assertThat(record.all()).hasSize(before + 1);
        JsonNode last = record.last();
        assertThat(last.path("what").asText()).isEqualTo("required_set");
        assertThat(last.path("by")).isEqualTo(person(tenant, TENANT.name()));
        assertThat(last.path("user").path("username").asText())
                .as("the name of someone who is deleted")
                .isEqualTo(ada.username());
    }

    @Test
    void X14_pagesAndUsers() {
        User ada = TENANT.user();
        User bob = TENANT.user();
        for (boolean required : List.of(true, false)) {
            require(ada, required);
            require(bob, required);
        }

        assertThat(record.story(ada)).containsExactly("required_set", "required_cleared");
        List<JsonNode> all = record.all();
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = record.page("max=3" + (next.isEmpty() ? "" : "&after=" + next));
            page.path("items").forEach(paged::add);
            next = page.path("next").textValue();
        }
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(3);
        assertThat(all.stream().map(item -> item.path("seq").asLong()))
                .startsWith((long) all.size())
                .endsWith(1L);
        assertThat(record.page("max=1&user=" + bob.id()).path("next").isTextual())
                .isTrue();
        assertThat(record.page("user=nobody").path("items")).isEmpty();
    }

    @Test
    void X14_R40_changesOfPoliciesAreRecordedHoweverTheyAreMade() {
        reseller.api().put(path("floor"), Json.of("{'mode': 'optional', 'attempts': {'max': 4}}"));
        JsonNode floor = record.last();
        reseller.api().delete(path("floor"));
        assertThat(record.last().path("what").asText()).isEqualTo("floor_removed");
        tenant.api()
                .tryPut(
                        "/" + TENANT.name(),
                        realmWithPolicy(Policy.optional().graceDays(3).rememberDevice(30)))
                .ok();

        assertThat(floor.path("what").asText()).isEqualTo("floor_changed");
        assertThat(Json.texts(floor.path("details").path("fields"))).containsExactly("attempts.max", "mode");
        assertThat(floor.path("user").isNull()).isTrue();
        JsonNode noticed = record.last();
        assertThat(noticed.path("what").asText()).isEqualTo("policy_changed");
        assertThat(noticed.path("by").isNull()).isTrue();
    }

    @Test
    void X14_whatAnAdministratorDoesThroughKeycloaksOwnApiIsRecorded() {
        User ada = TENANT.user();
        Story.enrol(TENANT, ada);
        AdminApi admin = tenant.api();

        admin.delete(TENANT.userPath(ada) + "/credentials/" + TENANT.credentialId(ada, "otp"));

        JsonNode removed = record.of(ada).get(0);
        assertThat(removed.path("what").asText()).isEqualTo("factor_removed");
        assertThat(removed.path("by")).isEqualTo(person(tenant, TENANT.name()));
        assertThat(removed.path("details").path("method").asText()).isEqualTo("totp");
    }

    @Test
    void X14_whatDidNotHappenIsNotRecorded() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        List<JsonNode> before = record.all();

        reseller.api().tryPut(path("policy"), Json.of("{'mode': 'sometimes'}"));
        reseller.api().tryPost(path("users/nobody/reset"), "{\"reason\": \"x\"}");
        TENANT.probe()
                .duringBrokenCommits(() -> login(ada, "code", enrolled.phone().freshCode(), "rememberDevice", "true"));
        assertThat(record.all()).isEqualTo(before);

        login(ada, "code", enrolled.phone().freshCode(), "rememberDevice", "true");
        assertThat(record.last().path("what").asText()).isEqualTo("device_trusted");
        assertThat(record.check().path("whole").asBoolean()).as("without a gap").isTrue();
    }

    private static void login(User user, String... fields) {
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(Story.toChallenge(browser, user), fields);
    }

    private static void require(User user, boolean required) {
        reseller.api().put(path("users/" + user.id() + "/required"), "{\"required\": " + required + "}");
    }

    private static JsonNode realmWithPolicy(Policy policy) {
        var realm = (ObjectNode) tenant.api().get("/" + TENANT.name());
        realm.withObjectProperty("attributes").put(Tenant.POLICY, policy.toString());
        return realm;
    }

    private static JsonNode person(Person who, String realm) {
        return Json.of("{'id': '" + who.user().id() + "', 'username': '"
                + who.user().username() + "', 'realm': '" + realm + "'}");
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
