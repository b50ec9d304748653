// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a client takes files that are compressed with gzip (RFC 9110, 12.5.3). */
final class AcceptedEncoding {
    private static final Pattern REFUSED = Pattern.compile("q=0(\\.0{0,3})?");

    private AcceptedEncoding() {}

    /** @param header {@code Accept-Encoding}, whatever the client sent */
    static boolean hasGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            boolean accepted = parts.length < 2 || !refuses(parts[1]);
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return accepted;
            }
            any |= name.equals("*") && accepted;
        }
        return any;
    }

    private static boolean refuses(String weight) {
        Matcher refused = REFUSED.matcher(weight.replace(" ", ""));
        return refused.matches();
    }
}
