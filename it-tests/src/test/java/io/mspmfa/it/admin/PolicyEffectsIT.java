// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets or loses what policies depend on is told in master, whichever way it happens (A57). */
class PolicyEffectsIT {
    private static final String EFFECTS = "msp-mfa/named-roles/";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().exemptRoles("contractor", "ghost"));

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final MasterRecord RECORD = new MasterRecord(TENANT);

    private static Person admin;

    @BeforeAll
    static void people() {
        TENANT.change(realm -> realm.put("organizationsEnabled", true));
        admin = STAFF.ofTenant(TENANT, "realm-admin");
        role("contractor");
    }

    /** Keycloak reports no admin event, neither when a workflow is made nor when it acts. */
    @Test
    void A57_aRoleGrantedByAWorkflowIsTold() {
        User ada = TENANT.user();
        String workflow = admin.api()
                .post(
                        path("workflows"),
                        Json.of(
                                "{'name': 'welcome', 'steps': [{'uses': 'grant-role', 'with': {'role': 'contractor'}}]}"));

        admin.api()
                .tryPost(path("workflows/" + workflow + "/activate/USERS/" + ada.id()), "{}")
                .ok();

        awaitEffectOn(ada);
    }

    @Test
    void A57_aRoleThatContainsTheExemptOneIsToldAtAnyDepth() {
        role("outer");
        role("inner");
        admin.api()
                .tryPost(path("roles/inner/composites"), Staff.list(role("contractor")))
                .ok();
        admin.api()
                .tryPost(path("roles/outer/composites"), Staff.list(role("inner")))
                .ok();
        String group = admin.api().post(path("groups"), Json.of("{'name': 'partners'}"));
        admin.api()
                .tryPost(path("groups/" + group + "/role-mappings/realm"), Staff.list(role("outer")))
                .ok();
        User ada = TENANT.user();
        String membership = path("users/" + ada.id() + "/groups/" + group);

        admin.api().put(membership, "{}");
        assertThat(RECORD.requireBy(admin.user(), "CREATE", EFFECTS + "groups/" + group)
                        .path("details")
                        .toString())
                .contains("contractor", ada.id(), "/partners");
        admin.api().delete(membership);
        assertThat(RECORD.requireBy(admin.user(), "DELETE", EFFECTS + "groups/" + group)
                        .path("details")
                        .toString())
                .contains("contractor", ada.id());
    }

    @Test
    void A57_whoJoinsOrLeavesAnOrganisationWithAPolicyIsTold() {
        String organization = admin.api()
                .post(
                        path("organizations"),
                        Json.of("{'name': 'strict', 'alias': 'strict', 'domains': [{'name': 'strict.test'}],"
                                + " 'attributes': {'msp.mfa.policy': ['{}']}}"));
        User ada = TENANT.user();

        admin.api()
                .tryPost(path("organizations/" + organization + "/members"), ada.id())
                .ok();
        admin.api().delete(path("organizations/" + organization + "/members/" + ada.id()));

        for (String operation : List.of("CREATE", "DELETE")) {
            assertThat(RECORD.requireBy(admin.user(), operation, "msp-mfa/organizations/" + organization)
                            .path("details")
                            .toString())
                    .contains("strict", ada.id());
        }
    }

    @Test
    void A57_anImportOfManyUsersIsToldInAFewEvents() {
        int users = 200;
        StringBuilder json = new StringBuilder("{'ifResourceExists': 'FAIL', 'users': [");
        for (int i = 0; i < users; i++) {
            json.append(i == 0 ? "" : ",").append("{'username': 'mass").append(i);
            json.append("', 'enabled': true, 'realmRoles': ['contractor']}");
        }
        int before = RECORD.all().size();

        admin.api().tryPost(path("partialImport"), Json.of(json + "]}")).ok();

        assertThat(RECORD.all().size() - before).isLessThan(30);
        JsonNode effect = RECORD.of(
                        "CREATE",
                        EFFECTS + "roles/" + role("contractor").path("id").asText())
                .get(0);
        assertThat(effect.path("details").path("count").asInt()).isEqualTo(users);
        assertThat(RECORD.of("CREATE", "users")
                        .get(0)
                        .path("details")
                        .path("more")
                        .asInt())
                .isEqualTo(users - 20);
    }

    /** The role, which is made if necessary. */
    private static JsonNode role(String name) {
        if (TENANT.admin().tryGet(path("roles/" + name)).status() == 404) {
            TENANT.admin().post(path("roles"), Json.of("{'name': '" + name + "'}"));
        }
        return TENANT.admin().get(path("roles/" + name));
    }

    /** Workflows act in the background, so this repeats the query until the event is there, or for ten seconds. */
    private static void awaitEffectOn(User user) {
        String path = EFFECTS + "roles/" + role("contractor").path("id").asText();
        Instant deadline = Instant.now().plusSeconds(10);
        boolean isTold = false;
        while (!isTold && Instant.now().isBefore(deadline)) {
            isTold = RECORD.of("CREATE", path).toString().contains(user.id());
        }
        assertThat(TENANT.admin().get(TENANT.userPath(user) + "/role-mappings").toString())
                .contains("contractor");
        assertThat(isTold).as("told in master, of %s", RECORD.all()).isTrue();
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/" + what;
    }
}
