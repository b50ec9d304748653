// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    @ParameterizedTest(name = "mode {0}, selfDisable {1}, enrolled {2}, {3} codes left: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OFF      | true  | false | 0  | REMOVE",
                "OFF      | true  | true  | 10 | REMOVE DISABLE",
                "OPTIONAL | true  | false | 0  | ENABLE RENAME REMOVE",
                "OPTIONAL | true  | true  | 10 | ADD REPLACE PRIMARY RENAME REMOVE NEW_BACKUP_CODES DISABLE",
                "OPTIONAL | true  | true  | 0  | ADD REPLACE PRIMARY RENAME REMOVE NEW_BACKUP_CODES",
                "OPTIONAL | false | true  | 10 | ADD REPLACE PRIMARY RENAME REMOVE NEW_BACKUP_CODES",
                "ADAPTIVE | true  | true  | 10 | ADD REPLACE PRIMARY RENAME REMOVE NEW_BACKUP_CODES",
                "REQUIRED | true  | true  | 10 | ADD REPLACE PRIMARY RENAME REMOVE NEW_BACKUP_CODES",
                "REQUIRED | true  | false | 0  | ENABLE RENAME REMOVE"
            })
    void allowAcceptsExactlyTheseTasks(
            Mode mode, boolean selfDisable, boolean enrolled, int codesLeft, String allowed) {
        Policy policy = Policy.strictestOf(
                List.of(PolicyLayer.empty().with(PolicyField.MODE, mode).with(PolicyField.SELF_DISABLE, selfDisable)));
        Permissions permissions = new Permissions(policy, policy.requiresFactor(), enrolled, codesLeft);
        assertThat(Task.values())
                .filteredOn(permissions::allow)
                .extracting(Task::name)
                .containsExactly(allowed.isEmpty() ? new String[0] : allowed.split(" ", -1));
    }
}
