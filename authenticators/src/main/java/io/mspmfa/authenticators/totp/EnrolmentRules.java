// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.core.policy.BackupCodesStep;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an enrolment proceeds in a login: according to the policy, except for links, whose holder may be another person
 * far away. With a link, the QR code is always shown on request only, and two codes are required, even if the policy
 * requires less (V18, K16).
 *
 * @param policy the policy that applies to the user
 * @param byLink whether an enrolment link led to the login
 */
record EnrolmentRules(Policy policy, boolean byLink) {
    private static final int TWO = 2;

    static EnrolmentRules at(StepContext step) {
        return new EnrolmentRules(step.policy(), new LinkNotes(step.authSession()).isByLink());
    }

    int otpsRequired() {
        return byLink ? TWO : policy.get(PolicyField.OTPS_REQUIRED);
    }

    boolean asksForTwo() {
        return otpsRequired() == TWO;
    }

    boolean showsQrOnRequest() {
        return byLink || policy.get(PolicyField.SHOW_QR_ON_REQUEST);
    }

    boolean revealsKeyOnClick() {
        return policy.get(PolicyField.REVEAL_KEY_ON_CLICK);
    }

    int qrLifetimeSeconds() {
        return policy.get(PolicyField.QR_LIFETIME_SECONDS);
    }

    /** The steps in order. */
    List<Stage> steps() {
        return policy.get(PolicyField.BACKUP_CODES_STEP) == BackupCodesStep.BEFORE
                ? List.of(Stage.SCAN, Stage.BACKUP_CODES, Stage.VERIFY)
                : List.of(Stage.SCAN, Stage.VERIFY, Stage.BACKUP_CODES);
    }

    /** The steps as a page shows them. */
    List<Map<String, String>> indicator(Stage current) {
        List<Stage> order = steps();
        List<Map<String, String>> shown = new ArrayList<>();
        for (Stage stage : order) {
            int distance = Integer.compare(order.indexOf(stage), order.indexOf(current));
            String state = distance < 0 ? "done" : distance == 0 ? "current" : "todo";
            shown.add(Map.of("name", stage.word(), "state", state));
        }
        return shown;
    }
}
