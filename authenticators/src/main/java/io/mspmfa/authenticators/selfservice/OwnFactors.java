// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** A user's own factors, strongest first, without the codes that stand in for them. Nobody else's can be found here. */
final class OwnFactors {
    private final List<OwnFactor> all;
    private final Policy policy;
    private final UserModel user;
    private final Optional<Method> primary;
    private final List<OwnFactor> usable;

    OwnFactors(StepContext step) {
        this.all = AllFactorPages.FACTORS.stream()
                .flatMap(pages -> pages.rows(step).stream().map(row -> new OwnFactor(pages, row)))
                .toList();
        this.policy = step.policy();
        this.user = step.user();
        this.primary = AllFactorPages.primary(step);
        this.usable = all.stream()
                .filter(factor -> factor.pages().isUsable(step) && !factor.row().unreadable())
                .toList();
    }

    List<OwnFactor> all() {
        return all;
    }

    Optional<OwnFactor> find(String id) {
        return all.stream().filter(factor -> factor.id().equals(id)).findFirst();
    }

    /** Whether another factor can take the place of this one: the only one of a method that knows replacing. */
    boolean isReplaceable(OwnFactor factor) {
        return factor.pages().setUp().replacedMessage().isPresent()
                && all.stream()
                                .filter(other -> other.method() == factor.method())
                                .count()
                        == 1;
    }

    /** Whether the login can ask for a factor. */
    boolean isUsable(OwnFactor factor) {
        return usable.contains(factor);
    }

    boolean counts(OwnFactor factor) {
        return factor.countsFor(user, policy);
    }

    /**
     * Whether a factor counts and is the only one that the login can ask for, so that removing it means to switch off. One
     * that can't be read doesn't help its owner.
     */
    boolean isLast(OwnFactor factor) {
        return counts(factor) && usable.stream().allMatch(factor::equals);
    }

    /** Whether a factor's method is asked for first, while there are others. */
    boolean isPrimary(OwnFactor factor) {
        return hasSeveralMethods()
                && isUsable(factor)
                && primary.filter(factor.method()::equals).isPresent();
    }

    /** Whether the login can ask for more than one method. */
    boolean hasSeveralMethods() {
        return usable.stream().map(OwnFactor::method).distinct().count() > 1;
    }
}
