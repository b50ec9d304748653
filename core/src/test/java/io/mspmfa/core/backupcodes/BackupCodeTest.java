// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.backupcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCodeTest {
    private static final String SHOWN = "01ABC-DEFGH-JKMNP";
    private static final String SYMBOLS = "01ABCDEFGHJKMNP";

    private final SecureRandom random = new SecureRandom();

    @Test
    void R1_aCodeHasAtLeast64Bits() {
        assertThat(BackupCode.ALPHABET.chars().distinct().count()).isEqualTo(BackupCode.ALPHABET.length());
        assertThat(BigInteger.valueOf(BackupCode.ALPHABET.length()).pow(BackupCode.SYMBOLS))
                .isGreaterThanOrEqualTo(BigInteger.TWO.pow(64));
    }

    @Test
    void R1_noSymbolCanBeMistakenForAnother() {
        assertThat(BackupCode.ALPHABET).doesNotContain("I", "L", "O", "U").hasSize(32);
    }

    @Test
    void generateGivesTheRequestedNumberOfDistinctCodesInThreeGroups() {
        List<String> codes = BackupCode.generate(20, random);

        assertThat(codes)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}"));
    }

    @Test
    void generateWhenOneIsAskedForThenOne() {
        assertThat(BackupCode.generate(1, random)).hasSize(1);
    }

    @Test
    void R1_generateUsesTheWholeAlphabetInEveryPlace() {
        List<String> codes = BackupCode.generate(1000, random).stream()
                .map(code -> code.replace("-", ""))
                .toList();

        for (int place = 0; place < BackupCode.SYMBOLS; place++) {
            int at = place;
            assertThat(codes.stream().map(code -> code.charAt(at)).distinct()).hasSize(32);
        }
    }

    @Test
    void generateWhenTheRandomSourceRepeatsItselfThenTheCodesStillDiffer() {
        List<Integer> numbers = new ArrayList<>();
        for (int code : new int[] {7, 7, 7, 8}) {
            for (int i = 0; i < BackupCode.SYMBOLS; i++) {
                numbers.add(code);
            }
        }

        assertThat(BackupCode.generate(2, new ScriptedRandom(numbers)))
                .containsExactly("77777-77777-77777", "88888-88888-88888");
    }

    @Test
    void normaliseWhenGeneratedThenItsSymbols() {
        String code = BackupCode.generate(1, random).get(0);

        assertThat(BackupCode.normalise(code)).contains(code.replace("-", ""));
    }

    @Property(tries = 300)
    void R6_normaliseWhenDecoratedThenItsSymbols(@ForAll("typedCodes") Typed code) {
        assertThat(BackupCode.normalise(code.typed())).contains(code.meant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OIABC-DEFGH-JKMNP",
                "OLABC-DEFGH-JKMNP",
                "oiabc-defgh-jkmnp",
                "olabcdefghjkmnp",
                " 01abc defgh jkmnp\n",
                "01ABC–DEFGH—JKMNP",
                "01ABC‐DEFGH‑JKMNP",
                "01ABC\u00a0DEFGH\u00a0JKMNP"
            })
    void R6_normaliseWhenTypedByAPersonThenItsSymbols(String typed) {
        assertThat(BackupCode.normalise(typed)).contains(SYMBOLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-----",
                "01ABC-DEFGH-JKMN",
                "01ABC-DEFGH-JKMNPQ",
                "01ABC-DEFGH-JKMNU",
                "01abc-defgh-jkmnu",
                "01ABC-DEFGH-JKMN_",
                "01ABC-DEFGH-JKMNÄ",
                "01ABC-DEFGH-JKMN٠",
                "01ABC-DEFGH-JKMN２",
                "01ABC-DEFGH-JKMNＰ",
                "01ABC-DEFGH-JKMNΑ",
                "01ABC-DEFGH-JKMN\u0000",
                "٠١٢٣٤-٥٦٧٨٩-٠١٢٣٤"
            })
    void normaliseWhenNotABackupCodeThenEmpty(String typed) {
        assertThat(BackupCode.normalise(typed)).isEmpty();
    }

    @Test
    void normaliseWhenMuchLongerThanACodeThenEmpty() {
        assertThat(BackupCode.normalise(" ".repeat(60 - SHOWN.length()) + SHOWN))
                .contains(SYMBOLS);
        assertThat(BackupCode.normalise(" ".repeat(61 - SHOWN.length()) + SHOWN))
                .isEmpty();
        assertThat(BackupCode.normalise("A".repeat(1_000_000))).isEmpty();
    }

    @Provide
    Arbitrary<Typed> typedCodes() {
        Arbitrary<Typed> symbols = Arbitraries.of(BackupCode.ALPHABET
                .chars()
                .mapToObj(symbol -> Character.toString(symbol))
                .flatMap(symbol -> spellings(symbol).stream().map(spelling -> new Typed(spelling, symbol)))
                .toList());
        Arbitrary<String> separators = Arbitraries.of("", "", "-", " ", "\t", "\u00a0", "–", "- ");
        Arbitrary<Typed> separated = Combinators.combine(symbols, separators)
                .as((symbol, separator) -> new Typed(symbol.typed() + separator, symbol.meant()));
        return Combinators.combine(separators, separated.list().ofSize(BackupCode.SYMBOLS))
                .as((start, parts) -> new Typed(
                        start + parts.stream().map(Typed::typed).collect(Collectors.joining()),
                        parts.stream().map(Typed::meant).collect(Collectors.joining())));
    }

    private static List<String> spellings(String symbol) {
        return switch (symbol) {
            case "0" -> List.of("0", "O", "o");
            case "1" -> List.of("1", "I", "i", "L", "l");
            default -> List.of(symbol, symbol.toLowerCase(Locale.ROOT));
        };
    }

    private record Typed(String typed, String meant) {}

    /** Returns the numbers that it was given, and no others. */
    private static final class ScriptedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient Iterator<Integer> numbers;

        ScriptedRandom(List<Integer> numbers) {
            this.numbers = numbers.iterator();
        }

        @Override
        public int nextInt(int bound) {
            assertThat(bound).isEqualTo(32);
            return numbers.next();
        }
    }
}
