// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A user signs in, owes nothing, and keeps a refresh token. Then something about the user changes, so that a login would
 * be asked for a factor: the token ends (A13, K19).
 */
class ChangedUserIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @BeforeAll
    static void roles() {
        TENANT.change(realm -> realm.put("organizationsEnabled", true));
        for (String role : new String[] {"staff", "robots", "outer"}) {
            TENANT.admin().post(path("/roles"), JSON.createObjectNode().put("name", role));
        }
    }

    @Test
    void A13_anOfflineTokenEndsWithANewRole() {
        policy("{\"mode\": \"required\", \"requiredRoles\": [\"staff\"]}");
        User ada = TENANT.user();
        TokenResult tokens = offline(ada);

        TENANT.admin().post(rolesOf(ada), list(role("staff")));

        isRefused(ada, tokens);
        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isFalse();
    }

    @Test
    void A13_aTokenEndsWithARoleThatCameByAGroup() {
        policy("{\"mode\": \"required\", \"requiredRoles\": [\"staff\"]}");
        String group =
                TENANT.admin().post(path("/groups"), JSON.createObjectNode().put("name", "people"));
        TENANT.admin().post(path("/roles/outer/composites"), list(role("staff")));
        User ada = TENANT.user();
        TENANT.admin().put(TENANT.userPath(ada) + "/groups/" + group, "{}");
        TokenResult tokens = online(ada);

        TENANT.admin().post(path("/groups/" + group + "/role-mappings/realm"), list(role("outer")));

        isRefused(ada, tokens);
    }

    @Test
    void A13_aTokenEndsWithTheExemptRole() {
        policy("{\"mode\": \"required\", \"exemptRoles\": [\"robots\"]}");
        User robot = TENANT.user();
        String group =
                TENANT.admin().post(path("/groups"), JSON.createObjectNode().put("name", "machines"));
        TENANT.admin().post(path("/groups/" + group + "/role-mappings/realm"), list(role("robots")));
        String membership = TENANT.userPath(robot) + "/groups/" + group;
        TENANT.admin().put(membership, "{}");
        TokenResult tokens = offline(robot);

        TENANT.admin().delete(membership);

        isRefused(robot, tokens);
    }

    @Test
    void K19_aTokenEndsWithTheFlag() {
        policy("{\"mode\": \"optional\"}");
        User ada = TENANT.user();
        TokenResult tokens = offline(ada);

        TENANT.admin().put(path("/msp-mfa/users/" + ada.id() + "/required"), "{\"required\": true}");

        isRefused(ada, tokens);
    }

    @Test
    void A6_aTokenEndsWhenAnOrganisationIsJoined() {
        policy("{\"mode\": \"optional\"}");
        User ada = TENANT.user();
        String id = strictOrganisation();
        TokenResult tokens = online(ada);

        TENANT.admin().post(path("/organizations/" + id + "/members"), '"' + ada.id() + '"');

        isRefused(ada, tokens);
    }

    /** Only what is about the user ends a token; a policy that becomes stricter for everybody doesn't (F11). */
    @Test
    void F11_aTokenOutlivesAStricterPolicy() {
        policy("{\"mode\": \"optional\"}");
        User ada = TENANT.user();
        TokenResult tokens = online(ada);

        policy("{\"mode\": \"required\"}");

        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isTrue();
    }

    private static void isRefused(User user, TokenResult tokens) {
        TokenResult refused = TestApp.refresh(TENANT, tokens);
        assertThat(refused.signedIn()).as(refused.body().toString()).isFalse();
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).contains("second factor", "Start a new authorization request");
        assertThat(TENANT.events().of(user)).anySatisfy(event -> {
            assertThat(event.path("error").asText()).isEqualTo("msp_mfa_required");
            assertThat(event.path("details").path("grant_type").asText()).isEqualTo("refresh_token");
        });
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isFalse();
    }

    private static TokenResult online(User user) {
        return checked(TestApp.passwordGrant(TENANT, user));
    }

    private static TokenResult offline(User user) {
        return checked(TestApp.grant(
                TENANT,
                "password",
                "username",
                user.username(),
                "password",
                user.password(),
                "scope",
                "openid offline_access"));
    }

    /** Nothing has changed yet: the token can be renewed. */
    private static TokenResult checked(TokenResult tokens) {
        TokenResult next = TestApp.refresh(TENANT, tokens);
        assertThat(next.signedIn()).as(next.body().toString()).isTrue();
        return next;
    }

    private static String strictOrganisation() {
        var organisation = JSON.createObjectNode().put("name", "strict").put("alias", "strict");
        organisation.putArray("domains").addObject().put("name", "strict.test");
        organisation.putObject("attributes").putArray(Tenant.POLICY).add("{\"mode\": \"required\"}");
        return TENANT.admin().post(path("/organizations"), organisation);
    }

    private static void policy(String json) {
        TENANT.admin().put(path("/msp-mfa/policy"), json);
    }

    private static JsonNode role(String name) {
        return TENANT.admin().get(path("/roles/" + name));
    }

    private static JsonNode list(JsonNode item) {
        return JSON.createArrayNode().add(item);
    }

    private static String rolesOf(User user) {
        return TENANT.userPath(user) + "/role-mappings/realm";
    }

    private static String path(String rest) {
        return "/" + TENANT.name() + rest;
    }
}
