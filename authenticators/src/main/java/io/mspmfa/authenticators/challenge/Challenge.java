// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.challenge;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.factors.AllFactorPages;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.spi.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks for a second factor that the user has: for one at a time, with a way to each other. */
public final class Challenge implements Conversation {
    private static final String USE = "use";

    private final Setting.Purpose purpose;
    private final BiConsumer<Door, String> passed;

    /**
     * @param purpose decides the words on the page
     * @param passed goes on after a right answer, with the name of the method that it belonged to
     */
    public Challenge(Setting.Purpose purpose, BiConsumer<Door, String> passed) {
        this.purpose = purpose;
        this.passed = passed;
    }

    @Override
    public void show(Door door) {
        if (!AllFactorPages.canAsk(door)) {
            // a feature of Keycloak that the factor needs was switched off: fail closed
            door.refuse("mspMfaNoMethod");
            return;
        }
        Question due = due(door);
        due.show(door, setting(door, due));
    }

    @Override
    public void answer(Door door) {
        Optional<Question> wanted = find(door, door.input(USE));
        if (wanted.isPresent() || !AllFactorPages.canAsk(door)) {
            wanted.ifPresent(question -> new ChallengeNotes(door).turnTo(question.word()));
            show(door);
        } else {
            Question due = due(door);
            due.answer(door, setting(door, due), this::pass);
        }
    }

    private void pass(Door door, String method) {
        new ChallengeNotes(door).clear();
        passed.accept(door, method);
    }

    /** The question that the user turned to, else the first. */
    private static Question due(Door door) {
        return new ChallengeNotes(door)
                .question()
                .flatMap(word -> find(door, word))
                .orElseGet(() -> AllFactorPages.questions(door).get(0));
    }

    private static Optional<Question> find(Door door, String word) {
        return AllFactorPages.questions(door).stream()
                .filter(question -> question.word().equals(word))
                .findFirst();
    }

    private Setting setting(Door door, Question due) {
        List<String> others = AllFactorPages.questions(door).stream()
                .filter(question -> question != due && question.isOffered(door))
                .map(Question::word)
                .toList();
        return new Setting(purpose, others);
    }
}
