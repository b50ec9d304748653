// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reseller and the tenant each have a say in whether one user must have a second factor (K19). */
class RequiredFlagIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @Test
    void K19_theTenantCannotTakeTheResellersFlagBack() {
        User ada = TENANT.user();
        Staff.Person manager = STAFF.ofTenant(TENANT, "manage-users");
        require(ada, true);
        assertThat(status(ada).path("requiredBy").toString()).isEqualTo("[\"reseller\"]");

        Answer refused = manager.api().tryPut(flag(ada), "{\"required\": false}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.json().path("error").asText()).isEqualTo("required_by_reseller");
        manager.api().put(flag(ada), "{\"required\": true}");
        require(ada, false);
        assertThat(status(ada).path("requiredBy").toString()).isEqualTo("[\"tenant\"]");
        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
        manager.api().put(flag(ada), "{\"required\": false}");
        assertThat(new RawBrowser(TENANT).login(ada).signedIn()).isTrue();
    }

    @Test
    void K19_nobodyClearsTheirOwnFlag() {
        Staff.Person manager = STAFF.ofTenant(TENANT, "manage-users");
        manager.api()
                .get("/" + TENANT.name() + "/msp-mfa/users/" + manager.user().id());
        manager.api().put(flag(manager.user()), "{\"required\": true}");

        Answer refused = manager.api().tryPut(flag(manager.user()), "{\"required\": false}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.json().path("error").asText()).isEqualTo("not_oneself");
        assertThat(status(manager.user()).path("requiredBy").toString()).isEqualTo("[\"tenant\"]");
    }

    private static void require(User user, boolean required) {
        TENANT.admin().put(flag(user), "{\"required\": " + required + "}");
    }

    private static JsonNode status(User user) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + user.id());
    }

    private static String flag(User user) {
        return "/" + TENANT.name() + "/msp-mfa/users/" + user.id() + "/required";
    }
}
