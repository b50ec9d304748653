// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.enrolment.MethodChoice;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.policy.Method;
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
        if (task == Task.REPLACE) {
            return factors.onlyApp().map(this::reasonAgainstReplacing).orElse(NOT_OFFERED);
        }
        return permissions.allow(task) ? Optional.empty() : NOT_OFFERED;
    }

    /** Whether a factor's row has the button of a task, whether or not it is greyed out. */
    boolean isOffered(Task task, OwnFactor factor) {
        return task != Task.PRIMARY
                || !factors.isUsable(factor)
                || (factors.hasSeveralMethods() && !factors.isPrimary(factor));
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

    /** Why an app can't be replaced by a new one, as a message key; empty if it can. */
    Optional<String> reasonAgainstReplacing(OwnFactor app) {
        return permissions.allow(Task.REPLACE)
                ? MethodChoice.of(step, wishToReplace(app.id())).objection()
                : Optional.of("mspMfaSwitchedOff");
    }

    /** A choice with the factor that it is about, even if its button doesn't name it. */
    Choice completed(Choice choice) {
        return choice.task() == Task.REPLACE
                ? new Choice(Task.REPLACE, factors.onlyApp().orElseThrow().id())
                : choice;
    }

    static Wish wishToReplace(String appId) {
        return Wish.replacing(Method.TOTP.json(), appId);
    }
}
