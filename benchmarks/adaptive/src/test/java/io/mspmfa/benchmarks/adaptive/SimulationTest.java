// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The figures in docs/adaptive.md are those of the simulation. With {@code -Ddocs.write=true}, they are written first.
 */
class SimulationTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Figures FIGURES = Figures.simulate();

    @Test
    void theTablesAreMadeFromTheFigures() throws IOException {
        Path page = DOCS.resolve("adaptive.md");
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        for (Map.Entry<String, List<String>> table : Tables.of(FIGURES).entrySet()) {
            List<String> written = between(lines, table.getKey());
            if (Boolean.getBoolean("docs.write")) {
                written.clear();
                written.addAll(table.getValue());
                Files.writeString(page, String.join("\n", lines) + "\n");
            }
            assertThat(written).as(table.getKey()).isEqualTo(table.getValue());
        }
    }

    @Test
    void thePictureIsMadeFromTheFigures() throws IOException {
        Path picture = DOCS.resolve("images").resolve("adaptive.svg");
        if (Boolean.getBoolean("docs.write")) {
            Files.write(picture, Picture.of(FIGURES));
        }

        assertThat(Files.readAllLines(picture)).isEqualTo(Picture.of(FIGURES));
    }

    @Test
    void theDefaultThresholdReachesTheGoal() {
        assertThat(FIGURES.setUps().values()).allSatisfy(tally -> {
            assertThat(tally.honestAsked()).isLessThan(5);
            assertThat(tally.letThrough(Attacker.STUFFING)).isLessThan(1);
        });
    }

    @Test
    void thereIsAYearOfLogins() {
        assertThat(FIGURES.chosen().honestLogins()).isBetween(300_000L, 450_000L);
        assertThat(FIGURES.always().honestAsked()).isEqualTo(100);
        assertThat(Attacker.values())
                .allSatisfy(attacker ->
                        assertThat(FIGURES.always().letThrough(attacker)).isZero());
    }

    private static List<String> between(List<String> lines, String name) {
        String start = "<!-- " + name + ":start -->";
        String end = "<!-- " + name + ":end -->";
        assertThat(lines).containsOnlyOnce(start).containsOnlyOnce(end);
        return lines.subList(lines.indexOf(start) + 1, lines.indexOf(end));
    }
}
