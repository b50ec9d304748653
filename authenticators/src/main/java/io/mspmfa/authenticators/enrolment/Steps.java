// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.backupcodes.BackupCodesNotes;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.policy.BackupCodesStep;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.backupcodes.BackupCodesCredentialProvider;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of an enrolment, in the order of the policy.
 *
 * @param order each stage at most once, the proof always
 * @param setUp the factor that is set up
 */
record Steps(List<Stage> order, SetUp setUp) {

    static Steps of(StepContext step, SetUp setUp, Wish wish) {
        boolean codesLast = areCodesLast(step);
        List<Stage> order = new ArrayList<>(List.of(Stage.VERIFY));
        if (needsCodes(step, setUp, wish)) {
            order.add(codesLast ? 1 : 0, Stage.BACKUP_CODES);
        }
        if (setUp.hasPreparation(codesLast)) {
            order.add(0, Stage.SCAN);
        }
        return new Steps(order, setUp);
    }

    static boolean areCodesLast(StepContext step) {
        return step.policy().get(PolicyField.BACKUP_CODES_STEP) == BackupCodesStep.AFTER;
    }

    /**
     * No new set for a factor that is added to others, while enough codes are left: a set that the user has printed should
     * not be worthless after that.
     */
    private static boolean needsCodes(StepContext step, SetUp setUp, Wish wish) {
        boolean isAddition = SecondFactors.exist(step.user(), step.policy()) && !setUp.isReplacement(step, wish);
        return !isAddition
                || BackupCodes.INSTANCE.left(step.user()) <= BackupCodesCredentialProvider.FEW
                || new BackupCodesNotes(step).isSaved();
    }

    boolean includeCodes() {
        return order.contains(Stage.BACKUP_CODES);
    }

    Stage first() {
        return order.get(0);
    }

    /** The step that a user has reached; if it is no step of this set-up, the first that is still to be done. */
    Stage reached(StepContext step, Optional<Stage> stage) {
        return stage.filter(order::contains)
                .orElseGet(() -> first() == Stage.SCAN ? Stage.SCAN : due(step).orElse(Stage.VERIFY));
    }

    /** The first step that is still to be done after the preparation; empty if everything can be stored. */
    Optional<Stage> due(StepContext step) {
        return order.stream().filter(stage -> !isDone(step, stage)).findFirst();
    }

    private boolean isDone(StepContext step, Stage stage) {
        return switch (stage) {
            case SCAN -> true;
            case BACKUP_CODES -> new BackupCodesNotes(step).isSaved();
            case VERIFY -> setUp.isProved(step);
        };
    }

    /** A proof that does the preparation as well goes by the name of the preparation, which comes first on its page. */
    private String word(Stage stage) {
        boolean isBoth = stage == Stage.VERIFY && !order.contains(Stage.SCAN) && setUp.hasPreparation(false);
        return isBoth ? Stage.SCAN.word(setUp) : stage.word(setUp);
    }

    /** The steps as a page shows them. */
    List<Map<String, String>> indicator(Stage current) {
        List<Map<String, String>> shown = new ArrayList<>();
        for (Stage stage : order) {
            int distance = Integer.compare(order.indexOf(stage), order.indexOf(current));
            String state = distance < 0 ? "done" : distance == 0 ? "current" : "todo";
            shown.add(Map.of("name", word(stage), "state", state));
        }
        return shown;
    }
}
