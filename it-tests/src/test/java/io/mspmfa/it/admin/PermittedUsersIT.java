// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Keycloak's fine-grained admin permissions apply to lists and numbers as well: they contain whom Keycloak's own list
 * shows to the same caller (P14).
 */
class PermittedUsersIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final AdminPermissions PERMISSIONS = new AdminPermissions(TENANT);

    private static String north;
    private static String south;
    private static User northerner;
    private static User southerner;
    private static User nomad;

    @BeforeAll
    static void people() {
        north = group("north");
        south = group("south");
        northerner = TENANT.userWithStockOtp("oldsecretoldsecretol");
        southerner = TENANT.userWithStockOtp("oldsecretoldsecretol");
        nomad = TENANT.user();
        join(northerner, north);
        join(southerner, south);
        join(nomad, north);
        join(nomad, south);
        require(northerner);
        require(southerner);
    }

    @Test
    void P14_whoMaySeeOneGroupSeesAndCountsNobodyElse() {
        Person caller = caller("manage-realm");
        PERMISSIONS.permit(caller, "Groups", "view-members", true, north);

        assertThat(listed(caller)).containsExactlyInAnyOrder(northerner.id(), nomad.id());
        JsonNode found = caller.api().get(mfa("users?search=" + southerner.username()));
        assertThat(found.path("items")).isEmpty();
        assertThat(ids(caller.api().get(mfa("users?enrolled=true")).path("items")))
                .containsExactly(northerner.id());
        JsonNode summary = caller.api().get(mfa("summary"));
        assertThat(summary.path("users").asInt()).isEqualTo(2);
        assertThat(summary.path("enrolled").asInt()).isEqualTo(1);
        assertThat(summary.path("byMethod").path("totp").asInt()).isEqualTo(1);
        assertThat(Json.list(caller.api().get(mfa("activity")).path("items")))
                .as("the record, which also has acts about the southerner")
                .isNotEmpty()
                .allMatch(act -> act.at("/user/id").asText().equals(northerner.id()));
    }

    @Test
    void P14_whoMaySeeAllButOneUserDoesNotSeeThatOne() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Users", "view", true);
        PERMISSIONS.permit(caller, "Users", "view", false, southerner.id());

        assertThat(listed(caller)).contains(northerner.id(), nomad.id()).doesNotContain(southerner.id());
    }

    @Test
    void P14_aGroupThatIsDeniedWinsOverTheRightForAllUsers() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Users", "view", true);
        PERMISSIONS.permit(caller, "Groups", "view-members", false, south);

        assertThat(listed(caller)).contains(northerner.id()).doesNotContain(southerner.id(), nomad.id());
    }

    @Test
    void P14_aGroupThatIsDeniedWinsOverTheRightForAllGroups() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Groups", "view-members", true);
        PERMISSIONS.permit(caller, "Groups", "view-members", false, south);

        assertThat(listed(caller)).containsExactly(northerner.id());
    }

    @Test
    void P14_rightsForAGroupAndForAUserAddUp() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Groups", "view-members", true, north);
        PERMISSIONS.permit(caller, "Users", "view", true, southerner.id());

        assertThat(listed(caller)).containsExactlyInAnyOrder(northerner.id(), southerner.id(), nomad.id());
    }

    @Test
    void P14_whoMaySeeAllUsersButNoMembersOfGroupsSeesTheOthers() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Users", "view", true);
        PERMISSIONS.permit(caller, "Groups", "view-members", false);

        assertThat(listed(caller))
                .contains(caller.user().id())
                .doesNotContain(northerner.id(), southerner.id(), nomad.id());
    }

    @Test
    void P14_whoMayQueryButSeeNobodyGetsEmptyListsAndNumbers() {
        Person caller = caller();

        assertThat(listed(caller)).isEmpty();
        assertThat(caller.api().get(mfa("summary")).path("users").asInt()).isZero();
    }

    @Test
    void P14_callsForOneUserFollowThePermissionsForThatUser() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Groups", "view-members", true, north);
        AdminApi api = caller.api();

        assertThat(api.tryGet(mfa("users/" + northerner.id())).status()).isEqualTo(200);
        assertThat(api.tryGet(mfa("users/" + southerner.id())).status()).isEqualTo(403);
        for (User user : List.of(northerner, southerner)) {
            String one = mfa("users/" + user.id());
            assertThat(api.tryPut(one + "/required", "{\"required\": false}").status())
                    .isEqualTo(403);
            assertThat(api.tryPost(one + "/reset", "{\"reason\": \"lost\"}").status())
                    .isEqualTo(403);
            assertThat(api.tryPost(one + "/enrolment-links", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void P14_callersWithRolesForAllUsersSeeEverybody() {
        Person reseller = STAFF.reseller(TENANT, "view-mfa");
        Person admin = STAFF.ofTenant(TENANT, "view-users");
        PERMISSIONS.permit(admin, "Users", "view", false, southerner.id());

        assertThat(ids(reseller.api().get(mfa("users?max=500")).path("items"))).contains(southerner.id());
        assertThat(listed(admin)).contains(northerner.id(), southerner.id(), nomad.id());
    }

    @Test
    void P14_permissionsCostTheSameForManyUsersAsForFew() {
        Person caller = caller();
        PERMISSIONS.permit(caller, "Groups", "view-members", true, north);

        assertThat(cost(caller, "users?max=500")).isEqualTo(cost(caller, "users?max=1"));
    }

    @Test
    void P14_numbersAndPreviewAreAboutTheVisibleUsers() {
        String east = group("east");
        List<User> admins = List.of(TENANT.user(), TENANT.user());
        join(admins.get(0), east);
        join(admins.get(1), group("west"));
        for (User admin : admins) {
            Staff.grant(TENANT.admin(), TENANT.name(), "realm-management", admin.id(), "manage-users");
            require(admin);
        }
        Person caller = caller("manage-realm");
        PERMISSIONS.permit(caller, "Groups", "view-members", true, east);

        JsonNode summary = caller.api().get(mfa("summary"));
        JsonNode preview = caller.api()
                .tryPost(mfa("policy/preview"), "{\"mode\": \"required\"}")
                .ok()
                .json();
        admins.forEach(admin -> TENANT.admin().delete(TENANT.userPath(admin))); // other tests list everybody

        assertThat(summary.path("required").asInt()).isEqualTo(1);
        assertThat(summary.path("adminsWithoutMfa").asInt()).isEqualTo(1);
        assertThat(preview.path("mustEnrol").asInt()).isEqualTo(1);
    }

    private static long cost(Person caller, String what) {
        caller.api().get(mfa(what));
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            least = Math.min(
                    least, TENANT.probe().statementsDuring(() -> caller.api().get(mfa(what))));
        }
        return least;
    }

    /** The users in our list, after a comparison with Keycloak's own list. */
    private static List<String> listed(Person caller) {
        List<String> ours = ids(caller.api().get(mfa("users?max=500")).path("items"));
        assertThat(ours)
                .as("as in Keycloak's list")
                .containsExactlyInAnyOrderElementsOf(ids(caller.api().get(path("users?max=500"))));
        return ours;
    }

    private static List<String> ids(JsonNode users) {
        return Json.list(users).stream().map(user -> user.path("id").asText()).toList();
    }

    private static Person caller(String... roles) {
        Person caller = STAFF.ofTenant(TENANT, roles);
        Staff.grant(
                TENANT.admin(), TENANT.name(), "realm-management", caller.user().id(), "query-users");
        return caller;
    }

    private static String group(String name) {
        return TENANT.admin().post(path("groups"), Json.of("{'name': '" + name + "'}"));
    }

    private static void join(User user, String group) {
        TENANT.admin().put(TENANT.userPath(user) + "/groups/" + group, "{}");
    }

    private static void require(User user) {
        TENANT.admin().put(mfa("users/" + user.id() + "/required"), "{\"required\": true}");
    }

    private static String mfa(String what) {
        return path("msp-mfa/" + what);
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/" + what;
    }
}
