// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTextTest {
    private static final String STORED = "{\"v\":1,\"networks\":[\"cb0071\"],\"browsers\":[\"browser\"],"
            + "\"countries\":[\"DE\"],\"hours\":[0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],"
            + "\"last\":1771833600,\"seen\":{\"at\":1771833600,\"lat\":50.1,\"lon\":8.7,\"km\":20}}";
    private static final History HISTORY = History.NONE.afterProof(Login.usual().facts(), Login.BROWSER);

    @Test
    void theStoredFormIsAPromise() {
        assertThat(HistoryText.write(HISTORY)).isEqualTo(STORED);
        assertThat(HistoryText.read(STORED)).contains(HISTORY);
    }

    @Test
    void noRowIsNoHistory() {
        assertThat(HistoryText.read(null)).contains(History.NONE);
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        String later = STORED.replace("\"v\":1", "\"v\":7,\"keyboards\":[{\"layout\":\"qwertz\"}]");

        assertThat(HistoryText.read(later)).contains(HISTORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"\"",
                "{",
                "{}",
                "{\"v\":0}",
                "{\"v\":\"1\"}",
                "{\"v\":1.5}",
                "{\"v\":1}",
                "{\"v\":1,\"hours\":[],\"last\":0}"
            })
    void R38_anythingElseCanNotBeRead(String text) {
        assertThat(HistoryText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cb0071\" / \"203.0.113.0\"",
                "\"cb0071\" / 1",
                "[\"cb0071\"] / \"cb0071\"",
                "[\"browser\"] / [\"a b\"]",
                "[\"browser\"] / [null]",
                "[\"browser\"] / null",
                "[\"browser\"] / [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]",
                "\"DE\" / \"de\"",
                "[0,0 / [0",
                "[0,0 / [0,-1",
                "[0,0 / [0,4294967296",
                "[0,0 / [0,0.5",
                "\"last\":1771833600 / \"last\":\"yesterday\"",
                "\"last\":1771833600 / \"last\":17718336001771833600",
                "\"lat\":50.1 / \"lat\":91",
                "\"lat\":50.1, / ",
                "\"km\":20 / \"km\":-1",
                "\"seen\":{ / \"seen\":{},\"else\":{",
                "}} / }",
                "}} / }}}",
            })
    void R38_aDamagedFieldMakesItUnreadable(String damage) {
        String[] change = damage.split(" / ", -1);
        String damaged = STORED.replace(change[0], change[1]);

        assertThat(damaged).isNotEqualTo(STORED);
        assertThat(HistoryText.read(damaged)).isEmpty();
    }

    @Test
    void R38_aTextThatIsTooLongIsNotRead() {
        assertThat(HistoryText.read(STORED + " ".repeat(HistoryText.MOST - STORED.length())))
                .isPresent();
        assertThat(HistoryText.read(STORED + " ".repeat(HistoryText.MOST - STORED.length() + 1)))
                .isEmpty();
    }

    @Property
    void R38_garbageIsNoError(@ForAll @StringLength(max = 100) String text) {
        assertThat(HistoryText.read(text)).isEmpty();
    }

    @Property(tries = 200)
    void whatIsWrittenIsBoundedAndReadAgain(@ForAll("logins") List<RiskFacts> logins) {
        History history = History.NONE;
        for (RiskFacts login : logins) {
            history = history.afterProof(login, login.browser().orElseThrow());
        }

        String text = HistoryText.write(history);

        assertThat(text).hasSizeLessThan(HistoryText.MOST / 2);
        assertThat(HistoryText.read(text)).contains(history);
    }

    @Provide
    Arbitrary<List<RiskFacts>> logins() {
        Arbitrary<String> hex =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(12);
        Arbitrary<String> browser = Arbitraries.strings().alpha().numeric().ofLength(64);
        Arbitrary<String> country =
                Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        Arbitrary<Position> position = Combinators.combine(
                        Arbitraries.doubles().between(-90, 90),
                        Arbitraries.doubles().between(-180, 180),
                        Arbitraries.integers().between(0, 1000))
                .as(Position::new);
        return Combinators.combine(hex, browser, country, position, Arbitraries.longs())
                .as((network, id, code, place, time) -> new RiskFacts(
                        time,
                        Optional.of(new Network(network)),
                        Trust.NO_LIST,
                        Optional.of(id),
                        Optional.of(code),
                        Optional.of(place),
                        false,
                        0,
                        0,
                        1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
