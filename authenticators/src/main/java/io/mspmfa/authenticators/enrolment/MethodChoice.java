// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.spi.Wish;
import io.mspmfa.core.policy.PolicyField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods among which someone who sets up a factor may choose: those that the policy allows (A7). */
public final class MethodChoice {
    private static final String FIELD = "method";

    private final StepContext step;
    private final Wish wish;
    private final List<SetUp> allowed;

    private MethodChoice(StepContext step, Wish wish, List<SetUp> allowed) {
        this.step = step;
        this.wish = wish;
        this.allowed = allowed;
    }

    /** The choice that fulfils a wish. */
    public static MethodChoice of(StepContext step, Wish wish) {
        return new MethodChoice(
                step,
                wish,
                AllFactorPages.FACTORS.stream()
                        .filter(pages -> step.policy()
                                .get(PolicyField.METHODS)
                                .contains(pages.factor().method()))
                        .map(FactorPages::setUp)
                        .filter(setUp -> wish.accepts(setUp.word()))
                        .toList());
    }

    /** Those that can be set up at the moment. */
    private List<SetUp> possible() {
        return allowed.stream().filter(setUp -> reasonAgainst(setUp).isEmpty()).toList();
    }

    /** Also if a new one would take the place of one that the user has, and wants to keep. */
    private Optional<String> reasonAgainst(SetUp setUp) {
        boolean replaces = wish.kind() == Wish.Kind.ANOTHER && setUp.isReplacement(step, wish);
        return setUp.reasonAgainst(step).or(() -> replaces ? Optional.of("mspMfaMethodPresent") : Optional.empty());
    }

    /** Why there is nothing to choose, as a message key; empty if there is. */
    public Optional<String> objection() {
        if (!possible().isEmpty()) {
            return Optional.empty();
        }
        return allowed.size() == 1 ? reasonAgainst(allowed.get(0)) : Optional.of("mspMfaNoMethod");
    }

    /** Whether there is more than one. */
    boolean isOpen() {
        return possible().size() > 1;
    }

    /** What has been chosen, or is the only one; empty if the user still has to choose. */
    Optional<SetUp> made() {
        List<SetUp> possible = possible();
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        Optional<String> chosen = new EnrolmentNotes(step).method();
        return possible.stream()
                .filter(setUp -> chosen.filter(setUp.word()::equals).isPresent())
                .findFirst();
    }

    /**
     * Takes what was posted from the page.
     *
     * @return whether it is one that can be set up; always if there is only one
     */
    public boolean take() {
        if (!isOpen()) {
            return true;
        }
        String word = step.input(FIELD);
        boolean isPossible = possible().stream().anyMatch(setUp -> setUp.word().equals(word));
        if (isPossible) {
            new EnrolmentNotes(step).choose(word);
        }
        return isPossible;
    }

    /** The page on which the user chooses. */
    public Page page() {
        return step.page("msp-mfa-method.ftl")
                .with("methods", allowed.stream().map(this::option).toList());
    }

    /** The same, after an answer that was no choice. */
    public Page pageAgain() {
        return page().error(FIELD, "mspMfaMethodMissing");
    }

    private Map<String, @Nullable Object> option(SetUp setUp) {
        Map<String, @Nullable Object> option = new HashMap<>();
        option.put("word", setUp.word());
        option.put("reason", reasonAgainst(setUp).orElse(null));
        option.put("chosen", setUp.word().equals(preselected()));
        return option;
    }

    /** The policy's default method, or the first that is possible (A25). */
    private String preselected() {
        String fallback = step.policy().get(PolicyField.DEFAULT_METHOD).json();
        List<String> words = possible().stream().map(SetUp::word).toList();
        return words.contains(fallback) || words.isEmpty() ? fallback : words.get(0);
    }
}
