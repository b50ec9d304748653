// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import org.jspecify.annotations.Nullable;

/**
 * What users may do with their own second factors.
 *
 * @param policy the policy that applies to the user
 * @param required whether a factor is required of the user
 * @param enrolled whether the user has a factor
 * @param backupCodesLeft how many backup codes the user could still enter
 */
record Permissions(Policy policy, boolean required, boolean enrolled, int backupCodesLeft) {

    static Permissions of(StepContext step) {
        boolean required = step.obligation().kind() == Obligation.Kind.REQUIRED;
        boolean enrolled = SecondFactors.exist(step.user(), step.policy());
        return new Permissions(step.policy(), required, enrolled, BackupCodes.INSTANCE.left(step.user()));
    }

    boolean allow(Task task) {
        return switch (task) {
            case ENABLE -> !enrolled && !policy.isOff();
            case ADD, REPLACE, PRIMARY, NEW_BACKUP_CODES -> enrolled && !policy.isOff();
            case RENAME -> !policy.isOff();
            case REMOVE -> true;
            case DISABLE -> enrolled && reasonAgainstDisabling() == null;
        };
    }

    /** Why an enrolled user may not switch the factor off, as a word for the page; null if it is allowed. */
    @Nullable String reasonAgainstDisabling() {
        if (required) {
            return "required";
        }
        if (!policy.get(PolicyField.SELF_DISABLE)) {
            return "policy";
        }
        return backupCodesLeft == 0 ? "no-backup-codes" : null;
    }
}
