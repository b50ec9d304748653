// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.core.risk.Login;
import io.mspmfa.core.risk.Position;
import io.mspmfa.core.risk.Signal;
import io.mspmfa.core.risk.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * docs/adaptive.md lists the signals of the code, and examples that the code has judged. With {@code -Ddocs.write=true},
 * they are written first.
 */
class DocumentedSignalsTest {
    private static final Path PAGE = Path.of("..", "docs", "adaptive.md");
    private static final Judge JUDGE = new Judge(BuiltIn.SIGNALS);
    private static final Position TOKYO = new Position(35.7, 139.7, 20);

    @Test
    void theSignalsAreThoseOfTheCode() throws IOException {
        List<String> lines = new ArrayList<>(List.of("", "| reason | at most | points |", "|---|---|---|"));
        for (Signal signal : BuiltIn.SIGNALS) {
            lines.add("| `" + signal.word() + "` | " + signal.most() + " | " + signal.meaning() + " |");
        }
        lines.add("");

        assertThat(documented("signals", lines)).isEqualTo(lines);
    }

    @Test
    void theExamplesAreJudgedByTheCode() throws IOException {
        int threshold = PolicyField.ADAPTIVE_THRESHOLD.fallback();
        List<String> lines = new ArrayList<>(List.of("", "| login | score | asked | reasons |", "|---|---|---|---|"));
        examples().forEach((title, login) -> {
            Judgement judgement = JUDGE.judge(login.facts(), Optional.of(Login.history()), threshold);
            String reasons = judgement.reasons().isEmpty() ? "" : "`" + String.join("`, `", judgement.reasons()) + "`";
            lines.add("| " + title + " | " + judgement.score() + " | " + (judgement.challenge() ? "**yes**" : "no")
                    + " | " + reasons + " |");
        });
        lines.add("");

        assertThat(documented("examples", lines)).isEqualTo(lines);
    }

    private static Map<String, Login> examples() {
        Login usual = Login.usual();
        Login elsewhere = usual.from("198.51.100.1");
        Login night = usual.at(Login.MORNING - 6 * Login.HOUR);
        Login abroad = elsewhere.in("JP", TOKYO);
        Map<String, Login> examples = new LinkedHashMap<>();
        examples.put("as always", usual);
        examples.put("from a café", elsewhere);
        examples.put("at two in the morning", night);
        examples.put("from a café at two in the morning", night.from("198.51.100.1"));
        examples.put("with a new phone", usual.with(Optional.empty()));
        examples.put(
                "with a new phone in a trusted network",
                usual.with(Optional.empty()).trust(Trust.INSIDE));
        examples.put("the first time in Japan", abroad);
        examples.put("in Japan, an hour after a login in Germany", abroad.at(Login.MORNING - Login.DAY + Login.HOUR));
        examples.put("in Japan, without a geo database", abroad.withoutPlace());
        examples.put("an administrator, from a café", elsewhere.admin());
        examples.put(
                "an administrator, from a café at two in the morning",
                night.from("198.51.100.1").admin());
        examples.put("after three wrong passwords", usual.failures(3, 3));
        examples.put("after two months of absence", usual.at(Login.MORNING + 60 * Login.DAY));
        examples.put(
                "password stuffing",
                elsewhere.with(Optional.empty()).failures(1, 40).users(25));
        examples.put("from an address that the server can't read", usual.from("unknown"));
        return examples;
    }

    /** The lines between two marks, after they were replaced if that is wanted. */
    private static List<String> documented(String name, List<String> made) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(PAGE));
        String start = "<!-- " + name + ":start -->";
        String end = "<!-- " + name + ":end -->";
        assertThat(lines).containsOnlyOnce(start).containsOnlyOnce(end);
        List<String> between = lines.subList(lines.indexOf(start) + 1, lines.indexOf(end));
        if (Boolean.getBoolean("docs.write")) {
            between.clear();
            between.addAll(made);
            Files.writeString(PAGE, String.join("\n", lines) + "\n");
        }
        return between;
    }
}
