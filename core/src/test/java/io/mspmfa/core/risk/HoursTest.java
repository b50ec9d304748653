// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HoursTest {
    @Test
    void midnightHasNeighbours() {
        Hours hours = Hours.NONE.with(23).with(0).with(1).with(12);

        assertThat(hours.around(0)).isEqualTo(3);
        assertThat(hours.around(23)).isEqualTo(2);
        assertThat(hours.around(12)).isEqualTo(1);
        assertThat(hours.around(18)).isZero();
    }

    @Test
    void oldHabitsFade() {
        Hours hours = Hours.NONE;
        for (int i = 0; i < Hours.MOST; i++) {
            hours = hours.with(8);
        }
        for (int i = 0; i < 10 * Hours.MOST; i++) {
            hours = hours.with(20);
        }

        assertThat(hours.around(8)).isZero();
    }

    @Property(tries = 100)
    void theyAreBounded(@ForAll @Size(min = 300, max = 900) List<@IntRange(max = 23) Integer> logins) {
        Hours hours = Hours.NONE;
        for (int hour : logins) {
            hours = hours.with(hour);
            assertThat(hours.total()).isBetween(1, Hours.MOST);
            assertThat(hours.counts().get(hour)).isPositive();
        }
    }

    @Test
    void aDayHas24HoursAndNoneIsNegative() {
        for (List<Integer> counts : List.of(
                Collections.nCopies(23, 0),
                Collections.nCopies(25, 0),
                Collections.nCopies(24, -1),
                Collections.nCopies(24, Hours.MOST + 1))) {
            assertThatThrownBy(() -> new Hours(counts)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
