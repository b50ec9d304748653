// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.policy.NumberType;
import io.mspmfa.core.policy.PolicyField;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNumberTest {
    private static final Set<NumberType> BY_DEFAULT = PolicyField.SMS_TYPES.fallback();
    private static final Set<NumberType> ALL = EnumSet.allOf(NumberType.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0151 12345678          | DE | +4915112345678
            0151/123 456-78        | DE | +4915112345678
            (0151) 12345678        | DE | +4915112345678
            0151–123.456.78        | DE | +4915112345678
            +49 (0)151 12345678    | -  | +4915112345678
            004915112345678        | DE | +4915112345678
            +49 151 12345678       | US | +4915112345678
            ＋４９１５１１２３４５６７８ | -  | +4915112345678
            ٠١٥١ ١٢٣٤٥٦٧٨          | DE | +4915112345678
            ۰۹۱۲۳۴۵۶۷۸۹            | IR | +989123456789
            +1 415 555 2671        | -  | +14155552671
            (415) 555-2671         | US | +14155552671
            07400 123456           | GB | +447400123456
            +39 312 345 6789       | -  | +393123456789
            079 123 45 67          | CH | +41791234567
            """)
    void readsNumbersAsPeopleWriteThem(String typed, String region, String number) {
        assertThat(read(typed, region, BY_DEFAULT)).isEqualTo(new PhoneReading.Accepted(new PhoneNumber(number)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | DE | EMPTY
            '   '                  | DE | EMPTY
            0151 1234abcd          | DE | LETTERS
            1-800-FLOWERS          | US | LETTERS
            my number is 015112345 | DE | LETTERS
            tel:+4915112345678     | -  | LETTERS
            +4915112345678;ext=5   | -  | EXTENSION
            0151 12345678 ext. 5   | DE | EXTENSION
            415 555 2671 x22       | US | EXTENSION
            415 555 2671 #22       | US | EXTENSION
            0151 12345678,5        | DE | EXTENSION
            *100*                  | DE | UNREADABLE
            +49+15112345678        | -  | UNREADABLE
            0151+12345678          | DE | UNREADABLE
            0151 12345678 ☎        | DE | UNREADABLE
            <b>0                   | DE | LETTERS
            0151 12345678          | -  | NO_COUNTRY
            004915112345678        | -  | NO_COUNTRY
            12345                  | DE | INVALID
            110                    | DE | INVALID
            911                    | US | INVALID
            +999 12345678          | -  | INVALID
            +49 151                | -  | INVALID
            0151 1234567890123     | DE | INVALID
            +                      | DE | UNREADABLE
            +49 30 901820          | -  | KIND
            +49 900 1234567        | -  | KIND
            +44 909 8790000        | -  | KIND
            +1 900 253 0000        | -  | KIND
            +49 800 3301000        | -  | KIND
            +49 180 2 123456       | -  | KIND
            """)
    void saysWhyOthersCannotBeUsed(String typed, String region, PhoneProblem problem) {
        assertThat(read(typed, region, BY_DEFAULT)).isEqualTo(new PhoneReading.Refused(problem));
    }

    @ParameterizedTest
    @CsvSource({"+49 30 901820,FIXED_LINE", "+44 5612 345678,VOIP", "+44 7012 345678,PERSONAL_NUMBER"})
    void thePolicyMayAllowMoreKinds(String typed, NumberType type) {
        assertThat(read(typed, "-", BY_DEFAULT)).isEqualTo(new PhoneReading.Refused(PhoneProblem.KIND));
        assertThat(read(typed, "-", Set.of(type))).isInstanceOf(PhoneReading.Accepted.class);
    }

    /** Each message to one of them is paid by whoever owns the gateway's account. */
    @ParameterizedTest
    @CsvSource({
        "+49 900 1234567",
        "+1 900 253 0000",
        "+49 800 3301000",
        "+979 123 456 789",
        "+800 1234 5678",
        "+881 6 12345678",
        "+882 16 12345678",
        "+883 5100 12345678",
        "+878 10 1234567890"
    })
    void noPolicyAllowsNumbersThatAreExpensive(String typed) {
        assertThat(read(typed, "-", ALL)).isInstanceOf(PhoneReading.Refused.class);
    }

    @Test
    void noKindIsAllowedByAnEmptyList() {
        assertThat(read("0151 12345678", "DE", Set.of())).isEqualTo(new PhoneReading.Refused(PhoneProblem.KIND));
    }

    @Test
    void whatCannotBeSeenIsIgnored() {
        assertThat(read("\u202a+49\u00a0151\u200b 12345678\u202c\n", "-", BY_DEFAULT))
                .isEqualTo(new PhoneReading.Accepted(new PhoneNumber("+4915112345678")));
    }

    @Test
    void aLongTextIsNotRead() {
        assertThat(read("0".repeat(100_000), "DE", ALL)).isEqualTo(new PhoneReading.Refused(PhoneProblem.UNREADABLE));
    }

    private static PhoneReading read(String typed, String region, Set<NumberType> types) {
        return TypedNumber.read(typed, "-".equals(region) ? null : region, types);
    }
}
