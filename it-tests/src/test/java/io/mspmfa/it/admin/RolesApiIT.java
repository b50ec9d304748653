// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The names of roles for the form of a policy (K3): a reseller has no other way to see them. */
class RolesApiIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant OTHER = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static AdminApi reseller;

    @BeforeAll
    static void roles() {
        reseller = STAFF.reseller(TENANT, "view-mfa").api();
        for (String name : List.of("50%_off", "Über uns", "plain")) {
            TENANT.admin().post("/" + TENANT.name() + "/roles", Json.of("{'name': '" + name + "'}"));
        }
        OTHER.admin().post("/" + OTHER.name() + "/roles", Json.of("{'name': 'only-there'}"));
    }

    @Test
    void K3_namesAreThoseThatAPolicyTakes() {
        assertThat(names("?search=realm-admin")).containsExactly("realm-management.realm-admin");
        assertThat(names("?search=plain")).containsExactly("plain");

        TENANT.admin()
                .put(
                        "/" + TENANT.name() + "/msp-mfa/policy",
                        Json.of("{'mode': 'required', 'exemptRoles': ['realm-management.realm-admin']}"));
        Staff.Person admin = STAFF.ofTenant(TENANT, "realm-admin");
        JsonNode why = reseller.get(
                        "/" + TENANT.name() + "/msp-mfa/users/" + admin.user().id())
                .path("why");
        assertThat(why.path(0).path("code").asText()).isEqualTo("exempt_role");
    }

    @Test
    void K3_aSearchIsTextAndNoPattern() {
        assertThat(names("?search=%25_")).containsExactly("50%_off");
        assertThat(names("?search=%25")).containsExactly("50%_off");
        assertThat(names("?search=only-there")).as("another realm's").isEmpty();
    }

    @Test
    void K3_pagesContainEachNameOnce() {
        List<String> all = names("?max=200");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = reseller.get("/" + TENANT.name() + "/msp-mfa/roles?max=7"
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
            paged.addAll(Json.texts(page.path("items")));
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    private static List<String> names(String query) {
        return Json.texts(
                reseller.get("/" + TENANT.name() + "/msp-mfa/roles" + query).path("items"));
    }
}
