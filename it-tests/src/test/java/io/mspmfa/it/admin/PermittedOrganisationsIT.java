// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * With Keycloak's fine-grained admin permissions, an administrator may see only some organisations, or none. The policies
 * of a user's organisations apply all the same (P14).
 */
class PermittedOrganisationsIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @RegisterExtension
    static final AdminPermissions PERMISSIONS = new AdminPermissions(TENANT);

    private static String members;

    @BeforeAll
    static void aStrictOrganisation() {
        TENANT.change(realm -> realm.put("organizationsEnabled", true));
        String id = TENANT.admin()
                .post(
                        path("organizations"),
                        Json.of("{'name': 'strict', 'alias': 'strict', 'domains': [{'name': 'strict.test'}],"
                                + " 'attributes': {'msp.mfa.policy': ['{\\\"mode\\\": \\\"required\\\"}']}}"));
        members = path("organizations/" + id + "/members");
    }

    /** At a token, Keycloak takes the user for the caller whose permissions count. */
    @Test
    void P14_A6_aTokenEndsWhenItsOwnerJoinsAnOrganisationThatTheOwnerMayNotSee() {
        Person admin = STAFF.ofTenant(TENANT, "query-users");
        TokenResult tokens = TestApp.passwordGrant(TENANT, admin.user());
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isTrue();

        join(admin.user());

        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isFalse();
    }

    @Test
    void P14_A6_theStatusOfAUserNamesAPolicyOfAnOrganisationThatTheCallerMayNotSee() {
        User ada = TENANT.user();
        join(ada);
        Person caller = STAFF.ofTenant(TENANT, "query-users");
        PERMISSIONS.permit(caller, "Users", "view", true);

        String why =
                caller.api().get(path("msp-mfa/users/" + ada.id())).path("why").toString();

        assertThat(why).contains("strict");
    }

    private static void join(User user) {
        TENANT.admin().post(members, '"' + user.id() + '"');
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/" + what;
    }
}
