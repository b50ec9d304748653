// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.backupcodes;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The format of a backup code: 15 symbols of Crockford's base32, that is 75 bits, written in three groups. NIST SP
 * 800-63B-4 section 3.1.2 requires 64 bits.
 */
public final class BackupCode {
    /** Digits and letters without I, L, O and U, which are easily mistaken for others. */
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static final int SYMBOLS = 15;

    private static final int GROUP = 5;

    private BackupCode() {}

    /**
     * Generates new codes, all different, in the form that is shown to users.
     *
     * @param count how many, at least 1
     */
    public static List<String> generate(int count, SecureRandom random) {
        return Stream.generate(() -> generateOne(random))
                .distinct()
                .limit(count)
                .toList();
    }

    private static String generateOne(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < SYMBOLS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /**
     * Reduces what a user typed to the 15 symbols: ignores case, spaces and dashes, and reads O as 0, and I and L as 1.
     *
     * @return empty if the text can't be a backup code at all
     */
    public static Optional<String> normalise(String typed) {
        if (typed.length() > 4 * SYMBOLS) {
            return Optional.empty();
        }
        String symbols = typed.replaceAll("[\\s\\u00a0\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean isCode =
                symbols.length() == SYMBOLS && symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0);
        return isCode ? Optional.of(symbols) : Optional.empty();
    }
}
