// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResynchronisationTest {

    @Test
    void R8_theSecondCodeMustFollowTheFirstAtOnce() {
        assertThat(Resynchronisation.second(List.of(95L), List.of(96L))).hasValue(96);
        assertThat(Resynchronisation.second(List.of(95L), List.of(95L))).isEmpty();
        assertThat(Resynchronisation.second(List.of(95L), List.of(97L))).isEmpty();
        assertThat(Resynchronisation.second(List.of(95L), List.of(94L))).isEmpty();
    }

    @Test
    void R8_aCodeThatBelongsToNoStepFollowsNone() {
        assertThat(Resynchronisation.second(List.of(), List.of(96L))).isEmpty();
        assertThat(Resynchronisation.second(List.of(95L), List.of())).isEmpty();
    }

    @Test
    void R8_ofSeveralStepsThatShareACodeTheConsecutiveOneCounts() {
        assertThat(Resynchronisation.second(List.of(91L, 95L), List.of(90L, 96L, 99L)))
                .hasValue(96);
    }
}
