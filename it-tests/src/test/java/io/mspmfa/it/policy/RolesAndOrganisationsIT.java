// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exemptions by role, and organisations with their own policies, of which the strictest applies (A6, P23). */
class RolesAndOrganisationsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "oldsecretoldsecretol";
    private static final String REQUIRED = "{\"mode\": \"required\"}";

    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant ORGANISED = Tenant.managed(Policy.optional());

    @BeforeAll
    static void rolesAndOrganisations() {
        for (String role : List.of("robots", "staff", "passing")) {
            TENANT.admin()
                    .post(
                            "/" + TENANT.name() + "/roles",
                            JSON.createObjectNode().put("name", role));
        }
        ORGANISED.change(realm -> realm.put("organizationsEnabled", true));
        organisation("strict", REQUIRED);
        organisation("lax", "{\"mode\": \"off\"}");
        organisation("silent", null);
        organisation("broken", null);
        ORGANISED.probe().setOrganisationAttribute("broken", Tenant.POLICY, "{\"mode\": \"sometimes\"}");
    }

    @Test
    void usersWithAnExemptRoleNeedNotEnrolButAreAskedOnceEnrolled() {
        policy("{\"mode\": \"required\", \"exemptRoles\": [\"robots\"]}");
        User robot = TENANT.user();
        give(robot, "robots");
        User enrolled = TENANT.userWithStockOtp(SECRET);
        give(enrolled, "robots");

        assertThat(new RawBrowser(TENANT).login(robot).signedIn()).isTrue();
        assertThat(TestApp.passwordGrant(TENANT, robot).signedIn()).isTrue();
        new RawBrowser(TENANT).login(enrolled).expect(ChallengePage.ID);
        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
        assertThat(why(TENANT, robot)).contains("exempt roles robots");
    }

    @Test
    void anExemptRoleHasNoEffectIfExemptionsAreForbidden() {
        policy("{\"mode\": \"required\", \"exemptRoles\": [\"robots\"], \"allowExemptions\": false}");
        User robot = TENANT.user();
        give(robot, "robots");

        new RawBrowser(TENANT).login(robot).expect(TotpPage.ID);
    }

    @Test
    void anExemptRoleOfAClientCountsAndAMissingOneExemptsNobody() {
        policy("{\"mode\": \"required\", \"exemptRoles\": [\"account.view-profile\", \"gone\"]}");

        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();
        policy("{\"mode\": \"required\", \"exemptRoles\": [\"gone\", \"account.gone\", \"nobody.gone\"]}");
        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
    }

    @Test
    void requiredRolesDecideToWhomThePolicyApplies() {
        policy("{\"mode\": \"required\", \"requiredRoles\": [\"staff\"]}");
        User employee = TENANT.user();
        give(employee, "staff");
        User guest = TENANT.user();

        new RawBrowser(TENANT).login(employee).expect(TotpPage.ID);
        assertThat(new RawBrowser(TENANT).login(guest).signedIn()).isTrue();
        new RawBrowser(TENANT).login(TENANT.userWithStockOtp(SECRET)).expect(ChallengePage.ID);
        assertThat(why(TENANT, guest)).contains("staff", "none of them");
    }

    @Test
    void R38_aRequiredRoleThatNoLongerExistsMeansEveryone() {
        policy("{\"mode\": \"required\", \"requiredRoles\": [\"passing\"]}");
        User ada = TENANT.user();
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();

        TENANT.admin().delete("/" + TENANT.name() + "/roles/passing");

        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @Test
    void A6_theStrictestOfRealmAndOrganisationsApplies() {
        assertThat(mustEnrol(member())).as("of none").isFalse();
        assertThat(mustEnrol(member("silent"))).isFalse();
        assertThat(mustEnrol(member("lax"))).isFalse();
        User strict = member("strict");
        assertThat(mustEnrol(strict)).isTrue();
        assertThat(why(ORGANISED, strict)).contains("organization:strict");
        assertThat(mustEnrol(member("lax", "strict", "silent")))
                .as("of several")
                .isTrue();
        assertThat(mustEnrol(member("broken"))).as("R38: unreadable").isTrue();
    }

    @Test
    void P23_choosingAnOrganisationDoesNotWeakenThePolicy() {
        User both = member("lax", "strict");

        for (String scope : List.of("openid organization:lax", "openid organization", "openid organization:*")) {
            assertThat(TestApp.grant(
                                    ORGANISED,
                                    "password",
                                    "username",
                                    both.username(),
                                    "password",
                                    both.password(),
                                    "scope",
                                    scope)
                            .error())
                    .as(scope)
                    .isEqualTo("interaction_required");
        }
    }

    private static void policy(String json) {
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/policy", json);
    }

    private static void give(User user, String role) {
        JsonNode found = TENANT.admin().get("/" + TENANT.name() + "/roles/" + role);
        TENANT.admin()
                .post(
                        TENANT.userPath(user) + "/role-mappings/realm",
                        JSON.createArrayNode().add(found));
    }

    private static void organisation(String alias, @Nullable String policy) {
        ObjectNode json = JSON.createObjectNode().put("name", alias).put("alias", alias);
        json.put("enabled", true).putArray("domains").addObject().put("name", alias + ".test");
        if (policy != null) {
            json.putObject("attributes").putArray(Tenant.POLICY).add(policy);
        }
        ORGANISED.admin().post("/" + ORGANISED.name() + "/organizations", json);
    }

    private static User member(String... organisations) {
        User user = ORGANISED.user();
        for (String alias : organisations) {
            String id = ORGANISED
                    .admin()
                    .get("/" + ORGANISED.name() + "/organizations?exact=true&search=" + alias)
                    .path(0)
                    .path("id")
                    .asText();
            ORGANISED.admin().post("/" + ORGANISED.name() + "/organizations/" + id + "/members", user.id());
        }
        return user;
    }

    /**
     * Uses the password grant, because in the browser, members of an organisation are asked for their address first.
     */
    private static boolean mustEnrol(User user) {
        return TestApp.passwordGrant(ORGANISED, user).error().equals("interaction_required");
    }

    private static String why(Tenant tenant, User user) {
        return tenant.admin()
                .get("/" + tenant.name() + "/msp-mfa/users/" + user.id())
                .path("why")
                .toString();
    }
}
