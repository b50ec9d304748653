// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, true",
        "+14155552671, true",
        "+4930901820, true",
        "+499001234567, false",
        "+870773123456, false",
        "+99915112345678, false"
    })
    void premiumRateAndSatelliteNumbersGetNothing(String number, boolean served) {
        assertThat(ServedNumbers.ALL.include(new PhoneNumber(number))).isEqualTo(served);
    }

    @Test
    void theCountriesOfTheServersOptionsGetMessages() {
        ServedNumbers served = new ServedNumbers(Set.of("DE", "CA"));

        assertThat(served.include(new PhoneNumber("+4915112345678"))).isTrue();
        assertThat(served.include(new PhoneNumber("+436641234567"))).isFalse();
        assertThat(served.include(new PhoneNumber("+14155552671")))
                .as("the country code of Canada")
                .isFalse();
    }
}
