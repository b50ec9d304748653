// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of docs/adaptive.md that the simulation fills in. */
final class Tables {
    private Tables() {}

    /** Each table, by its name in the document. */
    static Map<String, List<String>> of(Figures figures) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("thresholds", thresholds(figures));
        tables.put("set-ups", setUps(figures));
        tables.put("habits", habits(figures));
        tables.put("forgetful", forgetful(figures));
        return tables;
    }

    private static List<String> thresholds(Figures figures) {
        Map<String, Tally> rows = new LinkedHashMap<>();
        rows.put("always ask", figures.always());
        rows.put("trusted devices alone, 30 days", figures.trustedDevices());
        figures.thresholds()
                .forEach((threshold, tally) ->
                        rows.put(threshold == Figures.DEFAULT ? "**adaptive, 50**" : "adaptive, " + threshold, tally));
        return compared("asked when", rows);
    }

    private static List<String> setUps(Figures figures) {
        Map<String, Tally> rows = new LinkedHashMap<>();
        figures.setUps().forEach((setUp, tally) -> rows.put(setUp.title(), tally));
        return compared("set up by the administrator", rows);
    }

    private static List<String> compared(String head, Map<String, Tally> rows) {
        String attackers = Arrays.stream(Attacker.values()).map(Attacker::title).collect(Collectors.joining(" | "));
        List<String> lines = head("| " + head + " | users asked | " + attackers + " |", 2 + Attacker.values().length);
        rows.forEach((name, tally) -> lines.add("| " + name + " | " + percent(tally.honestAsked()) + " | "
                + Arrays.stream(Attacker.values())
                        .map(attacker -> percent(tally.letThrough(attacker)))
                        .collect(Collectors.joining(" | "))
                + " |"));
        lines.add("");
        return lines;
    }

    private static List<String> habits(Figures figures) {
        List<String> lines = head("| users | adaptive, 50 | trusted devices alone, 30 days |", 3);
        for (Habit habit : Habit.values()) {
            lines.add("| " + habit.title() + " | " + percent(figures.chosen().honestAsked(habit)) + " | "
                    + percent(figures.trustedDevices().honestAsked(habit)) + " |");
        }
        lines.add("");
        return lines;
    }

    private static List<String> forgetful(Figures figures) {
        List<String> lines = head("| of 100 users, browsers of how many forget their cookies | users asked |", 2);
        figures.forgetful()
                .forEach((of100, tally) -> lines.add("| " + of100 + " | " + percent(tally.honestAsked()) + " |"));
        lines.add("");
        return lines;
    }

    private static List<String> head(String titles, int columns) {
        return new ArrayList<>(List.of("", titles, "|" + "---|".repeat(columns)));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value);
    }
}
