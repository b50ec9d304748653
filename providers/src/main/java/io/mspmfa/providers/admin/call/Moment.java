// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as the REST API shows them: ISO-8601, UTC, whole seconds or whole days. */
public final class Moment {
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private Moment() {}

    /** Formats seconds since the epoch; null for null. */
    public static @Nullable String ofSeconds(@Nullable Long seconds) {
        return seconds == null ? null : ofSeconds(seconds.longValue());
    }

    /** The day (UTC) of a moment in seconds since the epoch, as in 2026-11-20; null for null. */
    public static @Nullable String dayOfSeconds(@Nullable Long seconds) {
        return seconds == null
                ? null
                : instant(seconds).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Formats seconds since the epoch. What was stored by others may be any number: the last year shown is 9999. */
    public static String ofSeconds(long seconds) {
        return instant(seconds).toString();
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.max(0, Math.min(seconds, LAST)));
    }
}
