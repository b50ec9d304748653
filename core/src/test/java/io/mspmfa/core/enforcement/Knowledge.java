// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.enforcement.LoginFacts.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Facts written as words; a fact whose word is missing is not true. */
final class Knowledge {
    private static final Map<String, Fact> WORDS = Map.ofEntries(
            Map.entry("factor", Fact.HAS_FACTOR),
            Map.entry("proved", Fact.PROVEN_IN_THIS_LOGIN),
            Map.entry("sso", Fact.CONTINUES_SESSION),
            Map.entry("session", Fact.PROVEN_IN_SESSION),
            Map.entry("mail", Fact.ENDS_WITHOUT_SESSION),
            Map.entry("action", Fact.OTHER_ACTION_PENDING),
            Map.entry("spent", Fact.BACKUP_CODES_USED_UP),
            Map.entry("master", Fact.IMPERSONATED_BY_MASTER),
            Map.entry("grace", Fact.IN_GRACE),
            Map.entry("later", Fact.POSTPONED),
            Map.entry("device", Fact.TRUSTED_DEVICE),
            Map.entry("safe", Fact.LOW_RISK));

    private Knowledge() {}

    /** The words in a text. */
    static Set<String> of(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Every subset of these words. */
    static List<Set<String>> everyChoiceOf(String text) {
        List<String> words = List.of(text.split(" "));
        return IntStream.range(0, 1 << words.size())
                .mapToObj(choice -> IntStream.range(0, words.size())
                        .filter(i -> (choice >> i & 1) == 1)
                        .mapToObj(words::get)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    /** Whether all words of a condition are among the known ones, and none of those that it marks with a minus. */
    static boolean meets(Set<String> known, String condition) {
        return Stream.of(condition.split(" "))
                .allMatch(word -> word.startsWith("-") ? !known.contains(word.substring(1)) : known.contains(word));
    }

    /** The facts that the words name; words that name none are ignored. */
    static LoginFacts facts(Obligation obligation, Set<String> known) {
        Set<Fact> facts =
                known.stream().filter(WORDS::containsKey).map(WORDS::get).collect(Collectors.toUnmodifiableSet());
        return new LoginFacts(obligation, facts);
    }
}
