// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.core.policy.BackupCodesStep;
import io.mspmfa.core.policy.PolicyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps of an enrolment, in the order of the policy.
 *
 * @param order each stage once
 * @param setUp the factor that is set up
 */
record Steps(List<Stage> order, SetUp setUp) {
    static Steps of(StepContext step, SetUp setUp) {
        boolean codesFirst = step.policy().get(PolicyField.BACKUP_CODES_STEP) == BackupCodesStep.BEFORE;
        return new Steps(
                codesFirst
                        ? List.of(Stage.SCAN, Stage.BACKUP_CODES, Stage.VERIFY)
                        : List.of(Stage.SCAN, Stage.VERIFY, Stage.BACKUP_CODES),
                setUp);
    }

    /** Whether an enrolment link led to the login. */
    static boolean isByLink(StepContext step) {
        return new LinkNotes(step.authSession()).isByLink();
    }

    boolean areCodesFirst() {
        return order.get(1) == Stage.BACKUP_CODES;
    }

    /** The steps as a page shows them. */
    List<Map<String, String>> indicator(Stage current) {
        List<Map<String, String>> shown = new ArrayList<>();
        for (Stage stage : order) {
            int distance = Integer.compare(order.indexOf(stage), order.indexOf(current));
            String state = distance < 0 ? "done" : distance == 0 ? "current" : "todo";
            shown.add(Map.of("name", stage.word(setUp), "state", state));
        }
        return shown;
    }
}
