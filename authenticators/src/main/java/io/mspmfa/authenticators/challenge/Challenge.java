// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.spi.Setting;
import io.mspmfa.providers.factors.SecondFactors;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks for a second factor that the user has: for one at a time, with links to the others. */
public final class Challenge implements Conversation {
    private static final String USE = "use";

    private final Setting.Purpose purpose;
    private final BiConsumer<StepContext, String> passed;

    /**
     * @param purpose decides the text on the page
     * @param passed continues after a correct answer, with the name of the method that was used
     */
    public Challenge(Setting.Purpose purpose, BiConsumer<StepContext, String> passed) {
        this.purpose = purpose;
        this.passed = passed;
    }

    @Override
    public void show(StepContext step) {
        if (!AllFactorPages.canAsk(step)) {
            // fail closed: the user has a factor, so whoever is here must not set up another
            step.refuse(reason(step));
            return;
        }
        Question due = due(step);
        due.show(step, setting(step, due));
    }

    @Override
    public void answer(StepContext step) {
        Optional<Question> wanted = find(step, step.input(USE));
        if (wanted.isPresent() || !AllFactorPages.canAsk(step)) {
            wanted.ifPresent(question -> new ChallengeNotes(step).turnTo(question.word()));
            show(step);
        } else {
            Question due = due(step);
            due.answer(step, setting(step, due), this::pass);
        }
    }

    /** If nothing else is known and the factors can be read, a feature of Keycloak that they need has been disabled. */
    private static String reason(StepContext step) {
        return AllFactorPages.obstacles(step).stream().findFirst().orElseGet(() -> unknownReason(step));
    }

    private static String unknownReason(StepContext step) {
        boolean readable =
                SecondFactors.of(step.user(), step.policy()).stream().anyMatch(factor -> factor.isUsable(step.user()));
        return readable ? "mspMfaNoMethod" : "mspMfaUnreadable";
    }

    private void pass(StepContext step, String method) {
        new ChallengeNotes(step).clear();
        passed.accept(step, method);
    }

    /** The question that the user switched to, otherwise the first. */
    private static Question due(StepContext step) {
        return new ChallengeNotes(step)
                .question()
                .flatMap(word -> find(step, word))
                .orElseGet(() -> AllFactorPages.questions(step).get(0));
    }

    private static Optional<Question> find(StepContext step, String word) {
        return AllFactorPages.questions(step).stream()
                .filter(question -> question.word().equals(word))
                .findFirst();
    }

    private Setting setting(StepContext step, Question due) {
        List<String> others = AllFactorPages.questions(step).stream()
                .filter(question -> question != due && question.isOffered(step))
                .map(Question::word)
                .toList();
        return new Setting(purpose, others, AllFactorPages.obstacles(step));
    }
}
