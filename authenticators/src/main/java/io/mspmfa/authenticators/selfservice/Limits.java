// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.MethodChoice;
import io.mspmfa.authenticators.factors.spi.Wish;
import java.util.Optional;

/** What keeps a user from a choice: for the page, which shows it, and for what is posted. */
final class Limits {
    private static final Optional<String> NOT_OFFERED = Optional.of("mspMfaNotAllowed");

    private final StepContext step;
    private final Permissions permissions;
    private final OwnFactors factors;

    Limits(StepContext step) {
        this.step = step;
        this.permissions = Permissions.of(step);
        this.factors = new OwnFactors(step);
    }

    Permissions permissions() {
        return permissions;
    }

    OwnFactors factors() {
        return factors;
    }

    /** Why a choice is refused, as a message key; empty if it isn't. */
    Optional<String> reasonAgainst(Choice choice) {
        Task task = choice.task();
        if (task.isAboutFactor()) {
            return factors.find(choice.factorId())
                    .map(factor -> isOffered(task, factor) ? reasonAgainst(task, factor) : NOT_OFFERED)
                    .orElse(Optional.of("mspMfaFactorGone"));
        }
        if (task == Task.ADD) {
            return reasonAgainstAdding();
        }
        return permissions.allow(task) ? Optional.empty() : NOT_OFFERED;
    }

    /** Whether a factor's row has the button of a task, whether or not it is greyed out. */
    boolean isOffered(Task task, OwnFactor factor) {
        return switch (task) {
            case PRIMARY -> !factors.isUsable(factor) || (factors.hasSeveralMethods() && !factors.isPrimary(factor));
            case REPLACE -> factors.isReplaceable(factor);
            default -> true;
        };
    }

    /** Why a row's button is greyed out, as a message key; empty if it isn't. */
    Optional<String> reasonAgainst(Task task, OwnFactor factor) {
        if (step.primaryLogin().isImpersonated()) {
            return NOT_OFFERED; // for a user without a factor that counts, there is none to ask for
        }
        if (!permissions.allow(task)) {
            return Optional.of("mspMfaSwitchedOff");
        }
        if (task == Task.REMOVE && factors.isLast(factor)) {
            return Optional.ofNullable(permissions.reasonAgainstDisabling()).map(Limits::reasonAgainstTheLast);
        }
        if (task == Task.REPLACE) {
            return MethodChoice.of(step, Wish.replacing(factor.method().json(), factor.id()))
                    .objection();
        }
        if (task == Task.PRIMARY && !factors.isUsable(factor)) {
            return Optional.of(factor.row().unreadable() ? "mspMfaManageUnreadable" : "mspMfaManageNotAsked");
        }
        return Optional.empty();
    }

    private static String reasonAgainstTheLast(String word) {
        return switch (word) {
            case "required" -> "mspMfaManageRemoveRequired";
            case "no-backup-codes" -> "mspMfaManageRemoveNoCodes";
            default -> "mspMfaManageRemovePolicy";
        };
    }

    /** Why no other factor can be set up, as a message key; empty if one can. */
    Optional<String> reasonAgainstAdding() {
        return permissions.allow(Task.ADD)
                ? MethodChoice.of(step, Wish.ANOTHER).objection()
                : Optional.of("mspMfaSwitchedOff");
    }
}
