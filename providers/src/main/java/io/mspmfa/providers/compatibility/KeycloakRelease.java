// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.compatibility;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor release of Keycloak. Internal interfaces change with each, and hardly within one.
 *
 * @param major the first number of the version
 * @param minor the second
 */
public record KeycloakRelease(int major, int minor) implements Comparable<KeycloakRelease> {
    /** The first release that has the gate's place. */
    public static final KeycloakRelease OLDEST = new KeycloakRelease(26, 6);

    /** The last one that the tests have run on. */
    public static final KeycloakRelease NEWEST_TESTED = new KeycloakRelease(26, 7);

    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(\\D.*)?");

    /** The release that a version belongs to; one that is older than all others if it is no version. */
    public static KeycloakRelease of(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.matches()
                ? new KeycloakRelease(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                : new KeycloakRelease(0, 0);
    }

    public boolean isOlderThan(KeycloakRelease other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(KeycloakRelease other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
