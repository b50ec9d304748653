// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.mspmfa.core.policy.NumberType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people type them. Stricter than libphonenumber, which turns letters into digits, drops extensions and
 * searches for a number in any text.
 */
public final class TypedNumber {
    private static final int LONGEST = 60;

    private static final Pattern EXTENSION = Pattern.compile("(?i)[;,#]|\\d[ .:]*(ext|x)[a-z]*[ .:=]*\\d");

    /** Between digits, and around them: spaces, brackets, dots, slashes and every kind of dash. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\t()./\\p{Pd}]+");

    /** Written along when a number is copied from an address book or a text from right to left. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d+");

    private TypedNumber() {}

    /**
     * Reads a number.
     *
     * @param region the country, as two capital letters, whose numbers may be typed without a country code; null if each
     *     number needs one. See {@link PhoneRegions}
     * @param types the kinds of numbers that the policy allows
     */
    public static PhoneReading read(String typed, @Nullable String region, Set<NumberType> types) {
        String number = withAsciiDigits(INVISIBLE.matcher(typed).replaceAll("")).strip();
        return unreadable(number)
                .<PhoneReading>map(PhoneReading.Refused::new)
                .orElseGet(() -> parse(SEPARATORS.matcher(number).replaceAll(""), region, types));
    }

    private static Optional<PhoneProblem> unreadable(String number) {
        if (number.isEmpty()) {
            return Optional.of(PhoneProblem.EMPTY);
        }
        if (number.length() > LONGEST) {
            return Optional.of(PhoneProblem.UNREADABLE);
        }
        if (EXTENSION.matcher(number).find()) {
            return Optional.of(PhoneProblem.EXTENSION);
        }
        if (number.codePoints().anyMatch(Character::isLetter)) {
            return Optional.of(PhoneProblem.LETTERS);
        }
        return NUMBER.matcher(SEPARATORS.matcher(number).replaceAll("")).matches()
                ? Optional.empty()
                : Optional.of(PhoneProblem.UNREADABLE);
    }

    private static PhoneReading parse(String number, @Nullable String region, Set<NumberType> types) {
        if (region == null && !number.startsWith("+")) {
            return new PhoneReading.Refused(PhoneProblem.NO_COUNTRY);
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber parsed;
        try {
            parsed = numbers.parse(number, region);
        } catch (NumberParseException e) {
            return new PhoneReading.Refused(PhoneProblem.INVALID);
        }
        if (!numbers.isValidNumber(parsed)) {
            return new PhoneReading.Refused(PhoneProblem.INVALID);
        }
        return NumberKinds.of(numbers, parsed).filter(types::contains).isPresent()
                ? new PhoneReading.Accepted(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                : new PhoneReading.Refused(PhoneProblem.KIND);
    }

    /** Digits of every script, such as Arabic ones, and the plus of East Asian keyboards. */
    private static String withAsciiDigits(String typed) {
        StringBuilder ascii = new StringBuilder(typed.length());
        typed.codePoints().forEach(point -> {
            int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
            if (digit >= 0) {
                ascii.append(digit);
            } else {
                ascii.appendCodePoint(point == '\uff0b' ? '+' : point);
            }
        });
        return ascii.toString();
    }
}
