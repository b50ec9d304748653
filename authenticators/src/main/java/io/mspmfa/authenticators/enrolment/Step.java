// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.core.policy.BackupCodesStep;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A step of the enrolment wizard. */
enum Step {
    SCAN("scan"),
    BACKUP_CODES("backupCodes"),
    VERIFY("verify");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** The steps in the order of a policy. */
    static List<Step> inOrderOf(Policy policy) {
        return policy.get(PolicyField.BACKUP_CODES_STEP) == BackupCodesStep.BEFORE
                ? List.of(SCAN, BACKUP_CODES, VERIFY)
                : List.of(SCAN, VERIFY, BACKUP_CODES);
    }

    /** The steps as the page shows them, this one being the current. */
    List<Map<String, String>> indicator(Policy policy) {
        List<Step> order = inOrderOf(policy);
        List<Map<String, String>> shown = new ArrayList<>();
        for (Step step : order) {
            int distance = Integer.compare(order.indexOf(step), order.indexOf(this));
            String state = distance < 0 ? "done" : distance == 0 ? "current" : "todo";
            shown.add(Map.of("name", step.word, "state", state));
        }
        return shown;
    }
}
