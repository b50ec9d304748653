// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.grace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraceOfferTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "86399,1", "86400,1", "86401,2", "259200,3"})
    void A26_aBegunDayCountsAsOne(long seconds, long days) {
        assertThat(GraceOffer.daysLeft(seconds)).isEqualTo(days);
    }
}
