// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Act.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActTextTest {
    private static final Actor RITA = new Actor("r1", "rita", "master");
    private static final Act RESET = Act.of(Deed.RESET)
            .by(RITA)
            .about(new Person("u1", "ada"))
            .because("Phone lost")
            .with("sessions", 2)
            .with("credentials", List.of("otp"));
    private static final String STORED = "{\"by\":{\"id\":\"r1\",\"username\":\"rita\",\"realm\":\"master\"},"
            + "\"user\":\"ada\",\"reason\":\"Phone lost\",\"details\":{\"credentials\":[\"otp\"],\"sessions\":2}}";

    @Test
    void theStoredFormIsAPromise() {
        assertThat(ActText.write(RESET)).isEqualTo(STORED);
        ActText.Told told = ActText.read(STORED);
        assertThat(told.by()).isEqualTo(RITA);
        assertThat(told.username()).isEqualTo("ada");
        assertThat(told.reason()).isEqualTo("Phone lost");
        assertThat(told.details().path("sessions").intValue()).isEqualTo(2);
    }

    @Test
    void nobodyAndNothingAreLeftOut() {
        assertThat(ActText.write(Act.of(Deed.POLICY_REMOVED))).isEqualTo("{}");
        ActText.Told told = ActText.read("{}");
        assertThat(told.by()).isNull();
        assertThat(told.username()).isNull();
        assertThat(told.reason()).isNull();
        assertThat(told.details()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "山田", "\uD83D\uDD11 key", "lone \uD83D surrogate", "a\u0000b\n\"c\\", "\u202Ertl"})
    void everyCharacterIsStoredAsAscii(String reason) {
        String text = ActText.write(RESET.because(reason));

        assertThat(text.chars()).allMatch(character -> character >= ' ' && character < 127);
        assertThat(ActText.read(text).reason()).isEqualTo(reason);
    }

    @Test
    void aReasonThatIsTooLongIsCutAndTheRestStays() {
        Act act = RESET.because("山".repeat(1000));

        String text = ActText.write(act);

        assertThat(text).hasSizeLessThanOrEqualTo(ActText.MOST);
        ActText.Told told = ActText.read(text);
        assertThat(told.reason()).startsWith("山山").endsWith("...");
        assertThat(told.by()).isEqualTo(RITA);
        assertThat(told.details()).hasSize(2);
    }

    @Test
    void theLongestNamesStillFit() {
        String name = "\uD83D\uDD11".repeat(127);
        Act act = new Act(
                Deed.RESET, new Actor(name, name, name), new Person(name, name), "山".repeat(500), RESET.details());

        String text = ActText.write(act);

        assertThat(text).hasSizeLessThanOrEqualTo(ActText.MOST);
        assertThat(ActText.read(text).username()).startsWith("\uD83D\uDD11").endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[]", "null", "1", "{\"by\":1,\"user\":2,\"reason\":{},\"details\":[]}", "{} {}"})
    void whatCanNotBeReadSaysNothing(String text) {
        ActText.Told told = ActText.read(text);

        assertThat(told.by()).isNull();
        assertThat(told.username()).isNull();
        assertThat(told.reason()).isNull();
        assertThat(told.details()).isEmpty();
    }

    @Test
    void codesAreAPromise() {
        assertThat(Deed.BACKUP_CODE_USED.code()).isEqualTo("backup_code_used");
    }
}
