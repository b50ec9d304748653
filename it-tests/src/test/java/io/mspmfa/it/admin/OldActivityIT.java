// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records are kept for as long as the server's option says, and their end is no damage (X14). */
class OldActivityIT {
    @RegisterExtension
    static final Tenant OLD = Tenant.managed(Policy.optional());

    /** In a class of its own, since the task deletes what is old in every realm. */
    @Test
    void X14_oldRecordsGoAndTheRestIsWhole() {
        record(2);
        OLD.clock().forward(Duration.ofDays(200));
        record(2);
        OLD.probe().runTask("MspMfaOldActivity");
        assertThat(new ActivityRecord(OLD.admin(), OLD).all())
                .as("before it is time")
                .hasSize(4);
        OLD.clock().forward(Duration.ofDays(201));

        OLD.probe().runTask("MspMfaOldActivity");

        assertThat(new ActivityRecord(OLD.admin(), OLD).all()).hasSize(2);
        assertThat(new ActivityRecord(OLD.admin(), OLD).check())
                .isEqualTo(Json.of("{'whole': true, 'checked': 2, 'from': 3, 'to': 4, 'brokenAt': null}"));
        record(1);
        assertThat(new ActivityRecord(OLD.admin(), OLD).check().path("to").asInt())
                .isEqualTo(5);
        OLD.clock().forward(Duration.ofDays(402));
        OLD.probe().runTask("MspMfaOldActivity");
        assertThat(new ActivityRecord(OLD.admin(), OLD).check())
                .as("empty")
                .isEqualTo(Json.of("{'whole': true, 'checked': 0, 'from': null, 'to': null, 'brokenAt': null}"));
    }

    private static void record(int records) {
        User user = OLD.user();
        for (int i = 0; i < records; i++) {
            OLD.admin()
                    .put(
                            "/" + OLD.name() + "/msp-mfa/users/" + user.id() + "/required",
                            "{\"required\": " + (i % 2 == 0) + "}");
        }
    }
}
