// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowLevelTest {
    private static final FlowLevel PASSWORD = new FlowLevel(1, false, false, 36_000);
    private static final FlowLevel CODE = new FlowLevel(2, true, true, 0);
    private static final FlowLevel ANOTHER_CODE = new FlowLevel(3, true, true, 300);
    private static final FlowLevel KEY = new FlowLevel(4, false, false, 0);
    private static final List<FlowLevel> LEVELS = List.of(KEY, CODE, ANOTHER_CODE, PASSWORD);

    /** No level is skipped that takes something else. */
    @ParameterizedTest
    @CsvSource({"-1,-1", "0,0", "1,3", "2,3", "3,3", "4,4", "5,5"})
    void aSecondFactorReachesTheNextLevelsThatTakeACode(int reached, int expected) {
        assertThat(FlowLevel.after(LEVELS, reached, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1,-1", "0,0", "1,1", "2,1", "3,1", "4,4"})
    void R19_aStepForCodesReachesNoneWithACodeByEmailOrWithNothing(int reached, int expected) {
        assertThat(FlowLevel.after(LEVELS, reached, false)).isEqualTo(expected);
    }

    /** Such as a key and a code, or a step deeper in the flow. */
    @Test
    void R19_norIfTheLevelTakesMore() {
        assertThat(FlowLevel.after(List.of(PASSWORD, new FlowLevel(2, false, true, 0)), 2, false))
                .isEqualTo(1);
    }

    /** It was reached by an earlier login of the session, or by an alternative. */
    @Test
    void aLevelForWhichThisLoginWasAskedNoCodeStays() {
        assertThat(FlowLevel.after(List.of(PASSWORD, new FlowLevel(2, true, false, 300)), 2, false))
                .isEqualTo(2);
    }

    @Test
    void aLevelIsRememberedForItsAgeUnlessAnotherKindIsBelowIt() {
        FlowLevel beyond = new FlowLevel(5, true, false, 300);
        List<FlowLevel> levels = List.of(PASSWORD, CODE, ANOTHER_CODE, KEY, beyond);

        assertThat(FlowLevel.remembered(levels, 3, true)).containsExactly(ANOTHER_CODE);
        assertThat(FlowLevel.remembered(levels, 5, true)).containsExactly(ANOTHER_CODE, beyond);
        assertThat(FlowLevel.remembered(levels, 5, false)).isEmpty();
    }

    @Test
    void belowALevelThatTakesACodeThereMayBeNone() {
        assertThat(FlowLevel.after(List.of(CODE), 2, false)).isZero();
    }

    @Test
    void aFlowWithoutLevelsStaysWhereItIs() {
        assertThat(FlowLevel.after(List.of(), 1, true)).isEqualTo(1);
        assertThat(FlowLevel.after(List.of(), 1, false)).isEqualTo(1);
    }
}
