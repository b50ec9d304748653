// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "+4915112345678,+49 •••••78",
        "+14155552671,+1 •••••71",
        "+35312345,+353 •••••45",
        "+99912345678,+ •••••78"
    })
    void R20_onlyItsOwnerRecognisesWhatIsShown(String number, String masked) {
        assertThat(new PhoneNumber(number).masked()).isEqualTo(masked);
        assertThat(new PhoneNumber(number)).hasToString("A phone number");
        assertThat(new PhoneReading.Accepted(new PhoneNumber(number)).toString())
                .doesNotContain(number.substring(1, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4915112345678", "+0151", "+49 151 1234567", "+491511234567890123", "+49151abc"})
    void otherFormsAreRefusedWithoutQuotingThem(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(number))
                .withMessage("A phone number is in E.164");
    }

    @Test
    void theCountryIsThatOfTheLanguageOrOfTheServer() {
        assertThat(PhoneRegions.of(Locale.forLanguageTag("de-AT"), "DE")).contains("AT");
        assertThat(PhoneRegions.of(Locale.GERMAN, "DE")).contains("DE");
        assertThat(PhoneRegions.of(Locale.forLanguageTag("es-419"), "ES")).contains("ES");
        assertThat(PhoneRegions.of(null, "DE")).contains("DE");
        assertThat(PhoneRegions.of(Locale.GERMAN, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DE,true", "US,true", "de,false", "XX,false", "'',false", "001,false"})
    void countriesAreTwoCapitalLetters(String region, boolean isKnown) {
        assertThat(PhoneRegions.isKnown(region)).isEqualTo(isKnown);
    }

    @Test
    void theNumbersOfEachCountryCanBeLoadedBeforehand() {
        assertThat(PhoneRegions.load().join()).isGreaterThan(200);
    }
}
