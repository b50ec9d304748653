// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import io.mspmfa.it.server.Settings;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The options of the record of activity on running servers, one after the other with the same database (X14). */
class ActivityKeysIT {
    private static final String FIRST = "first-" + UUID.randomUUID() + UUID.randomUUID();
    private static final String SECOND = "second-" + UUID.randomUUID() + UUID.randomUUID();

    /** Writes at once, since these servers are stopped as if by a power failure. */
    private static final String DATABASE = "--db-url=jdbc:h2:file:"
            + Settings.target().resolve("activity-keys-" + UUID.randomUUID()).toAbsolutePath()
            + ";WRITE_DELAY=0;NON_KEYWORDS=VALUE";

    private static final String OPTION = "--spi-jpa-entity-provider--msp-mfa--activity-";

    @Test
    void X14_aKeyFromOutsideTheDatabaseIsReplacedAndStillChecks() {
        String realm = underTheFirstKey();
        KeycloakServer server = start("second", SECOND + " " + FIRST);
        try {
            JsonNode check = new AdminApi(server).get("/" + realm + "/msp-mfa/activity/check");

            assertThat(check.path("whole").asBoolean()).isTrue();
            assertThat(check.path("checked").asInt()).isPositive();
        } finally {
            server.stop();
        }
    }

    /** Leaves a realm with a record, of which everything older than 30 days has been deleted. */
    private static String underTheFirstKey() {
        KeycloakServer server = start("first", FIRST, OPTION + "days=30");
        try {
            Tenant tenant = Tenant.on(() -> server).create();
            ActivityRecord record = ActivityRecord.of(tenant);
            tenant.setPolicy(Policy.optional());
            User ada = tenant.user();
            require(tenant, ada, true);
            tenant.clock().forward(Duration.ofDays(31));
            require(tenant, ada, false);

            tenant.probe().runTask("MspMfaOldActivity");

            assertThat(record.story(ada)).containsExactly("required_cleared");
            assertThat(record.check().path("whole").asBoolean()).isTrue();
            assertThat(tenant.probe().sql("delete from MSP_MFA_KEY where ID <> :realm"))
                    .as("keys in the database")
                    .isZero();
            assertThat(server.log()).doesNotContain(FIRST);
            return tenant.name();
        } finally {
            server.stop();
        }
    }

    private static KeycloakServer start(String name, String keys, String... more) {
        String[] options = new String[more.length + 2];
        options[0] = DATABASE;
        options[1] = OPTION + "keys=" + keys;
        System.arraycopy(more, 0, options, 2, more.length);
        return Servers.withOptions("activity-keys-" + name, options);
    }

    private static void require(Tenant tenant, User user, boolean required) {
        tenant.admin()
                .put(
                        "/" + tenant.name() + "/msp-mfa/users/" + user.id() + "/required",
                        "{\"required\": " + required + "}");
    }
}
