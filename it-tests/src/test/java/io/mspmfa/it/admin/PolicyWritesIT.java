// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Policies that are written concurrently, or that would lock everyone out. */
class PolicyWritesIT {
    private static final int WRITERS = 6;

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
    void concurrentWritesLeaveOneCompletePolicyAndRecordEachStep() throws InterruptedException, ExecutionException {
        int recorded = policyEvents().size();
        List<Callable<Answer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String policy = "{'graceDays': " + i + ", 'attempts': {'max': " + (10 + i) + "}}";
            AdminApi api = new AdminApi(TENANT.server(), admin.login());
            api.get(path("policy"));
            writers.add(() -> api.tryPut(path("policy"), Json.of(policy)));
        }

        List<Answer> answers = Parallel.run(writers);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(204));
        JsonNode own = admin.api().get(path("policy")).path("own");
        assertThat(own.path("attempts").path("max").asInt())
                .isEqualTo(10 + own.path("graceDays").asInt());
        List<JsonNode> events = policyEvents();
        assertThat(events).hasSize(recorded + WRITERS);
        List<JsonNode> befores = changes(events.subList(0, WRITERS), "before");
        List<JsonNode> afters = changes(events.subList(0, WRITERS), "after");
        assertThat(befores)
                .as("each write saw what another one left, the first one nothing")
                .doesNotHaveDuplicates();
        assertThat(befores.stream().filter(before -> !before.isNull())).isSubsetOf(afters);
        assertThat(Collections.frequency(befores, own))
                .as("nobody came after the last")
                .isZero();
    }

    @Test
    void aWriteBasedOnAnOlderPolicyIsRefusedIfItSendsATag() {
        String tag = etag();
        assertThat(conditional("{'graceDays': 1}", tag).status()).isEqualTo(204);

        Answer late = conditional("{'graceDays': 2}", tag);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("error").asText()).isEqualTo("changed_meanwhile");
        assertThat(admin.api().get(path("policy")).path("own").path("graceDays").asInt())
                .isEqualTo(1);
        String fresh = etag();
        reseller.put(path("floor"), Json.of("{'graceDays': 5}"));
        assertThat(conditional("{'graceDays': 2}", fresh).status())
                .as("the floor counts too")
                .isEqualTo(412);
        assertThat(conditional("{'graceDays': 2}", "*").status()).isEqualTo(204);
    }

    @Test
    void aPolicyThatNobodyCouldMeetIsRefusedUnlessForced() {
        JsonNode keysOnly = Json.of("{'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}");

        for (String what : List.of("policy", "floor")) {
            Answer refused = reseller.tryPut(path(what), keysOnly);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("error").asText()).isEqualTo("locks_out_admins");
            assertThat(refused.json().path("errorMessage").asText()).contains("force=true");
        }
        assertThat(TENANT.admin().get(path("policy")).path("managed").asBoolean())
                .isFalse();

        assertThat(reseller.tryPut(path("policy?force=true"), keysOnly).status())
                .isEqualTo(204);
        assertThat(reseller.tryPut(path("floor?force=true"), keysOnly).status()).isEqualTo(204);
    }

    private static List<JsonNode> policyEvents() {
        return TENANT.events().admin().stream()
                .filter(event ->
                        "msp-mfa/policy".equals(event.path("resourcePath").asText()))
                .toList();
    }

    private static List<JsonNode> changes(List<JsonNode> events, String which) {
        return events.stream()
                .map(event -> Json.parse(event.path("representation").asText()).path(which))
                .toList();
    }

    private static String etag() {
        return admin.api().tryGet(path("policy")).headers().firstValue("ETag").orElseThrow();
    }

    private static Answer conditional(String policy, String tag) {
        return Http.to(TENANT.server().uri("/admin/realms" + path("policy")))
                .bearer(admin.login().get())
                .header("If-Match", tag)
                .put(Json.of(policy).toString());
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
