// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What needs a reseller, as a filter, and who changed a tenant last (L22, X2, X14). */
class TenantRowsIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant QUIET = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant FOREIGN = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static Person reseller;
    private static Person tenant;

    @BeforeAll
    static void people() {
        reseller = STAFF.reseller(TENANT, "manage-mfa");
        STAFF.grantOn(QUIET, reseller, "view-mfa");
        tenant = STAFF.ofTenant(TENANT, "realm-admin");
    }

    @Test
    void L22_X2_tenantsWithLockedUsersAreFoundWhileTheyAre() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        Story.enterWrongCodes(TENANT, ada, enrolled, 5);
        aChangeIsMade();

        assertThat(found("locked=true")).containsExactly(TENANT.name());
        assertThat(found("locked=false")).containsExactly(QUIET.name());
        TENANT.clock().forward(Duration.ofMinutes(2));
        assertThat(found("locked=true")).isEmpty();
    }

    @Test
    void L22_X2_tenantsWithUsersWhoMustEnrolAreFound() {
        User ada = TENANT.user();
        aChangeIsMade();
        assertThat(found("mustEnrol=true")).isEmpty();

        reseller.api().tryPut(user(ada, "required"), "{\"required\": true}").ok();

        assertThat(found("mustEnrol=true")).containsExactly(TENANT.name());
        TENANT.admin().delete(TENANT.userPath(ada));
        aChangeIsMade();
        assertThat(found("mustEnrol=true")).isEmpty();
    }

    @Test
    void L22_R38_tenantsWithAPolicyThatCanNotBeReadAreFound() {
        assertThat(found("unreadable=true")).isEmpty();
        TENANT.probe().setRealmAttribute(Tenant.POLICY, "{\"mode\": \"sometimes\"}");
        TENANT.probe().clearCaches();
        aChangeIsMade();

        assertThat(found("unreadable=true")).containsExactly(TENANT.name());
        assertThat(found("unreadable=false")).containsExactly(QUIET.name());
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void X14_aRowSaysWhoChangedThePolicyLastAndWhen() {
        Instant before = TENANT.clock().now();

        reseller.api().put(floor(), Json.of("{'mode': 'optional'}"));

        assertThat(lastChange())
                .containsExactly("floor_changed", reseller.user().username());
        Instant at = Instant.parse(row(TENANT).path("lastChangeAt").asText());
        assertThat(Duration.between(before, at)).isBetween(Duration.ofSeconds(-2), Duration.ofMinutes(1));

        tenant.api().put("/" + TENANT.name() + "/msp-mfa/policy", Json.of("{'mode': 'optional', 'graceDays': 3}"));
        assertThat(lastChange()).containsExactly("policy_changed", tenant.user().username());

        reseller.api().delete(floor());
        assertThat(lastChange())
                .containsExactly("floor_removed", reseller.user().username());
        TENANT.setPolicy(Policy.optional());
    }

    @Test
    void X14_whatIsDoneForAUserIsNoChangeOfTheTenant() {
        reseller.api().put(floor(), Json.of("{'mode': 'optional'}"));
        String at = row(TENANT).path("lastChangeAt").asText();
        User ada = TENANT.user();

        TENANT.clock().forward(Duration.ofMinutes(1));
        reseller.api().tryPut(user(ada, "required"), "{\"required\": true}").ok();

        assertThat(lastChange())
                .containsExactly("floor_changed", reseller.user().username());
        assertThat(row(TENANT).path("lastChangeAt").asText()).isEqualTo(at);
        reseller.api().delete(floor());
        TENANT.admin().delete(TENANT.userPath(ada));
    }

    @Test
    void X14_aTenantThatNobodyHasChangedSaysNothing() {
        JsonNode row = row(QUIET);

        assertThat(row.path("lastChange").isNull()).isTrue();
        assertThat(row.path("lastChangeAt").isNull()).isTrue();
        assertThat(row.path("lastChangeBy").isNull()).isTrue();
    }

    /** What Keycloak itself has changed is counted within a minute, our own changes at once. */
    private static void aChangeIsMade() {
        STAFF.superAdmin().put("/" + FOREIGN.name() + "/msp-mfa/floor", Json.of("{'mode': 'required'}"));
    }

    private static List<String> lastChange() {
        JsonNode row = row(TENANT);
        return List.of(row.path("lastChange").asText(), row.path("lastChangeBy").asText());
    }

    private static JsonNode row(Tenant of) {
        return reseller.api().get("/master/msp-mfa/tenants?search=" + of.name()).at("/items/0");
    }

    private static List<String> found(String query) {
        return reseller.api()
                .get("/master/msp-mfa/tenants?" + query)
                .path("items")
                .findValuesAsText("realm");
    }

    private static String floor() {
        return "/" + TENANT.name() + "/msp-mfa/floor";
    }

    private static String user(User user, String what) {
        return "/" + TENANT.name() + "/msp-mfa/users/" + user.id() + "/" + what;
    }
}
