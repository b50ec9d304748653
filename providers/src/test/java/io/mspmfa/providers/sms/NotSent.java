// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** A message that did not get through, and what its sender is told. */
public final class NotSent {
    public static final SmsMessage MESSAGE = new SmsMessage("+4915112345678", "Your code: 482913", null);
    public static final String SECRET = "s3cr3t-t0ken";

    /** What no login may wait longer than. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private NotSent() {}

    /** Sends, and returns the reason why it failed, after checking that it is soon told and gives nothing away. */
    public static AbstractStringAssert<?> reason(SmsGateway gateway) {
        long began = System.nanoTime();
        SmsNotSentException[] told = new SmsNotSentException[1];
        assertThatExceptionOfType(SmsNotSentException.class)
                .isThrownBy(() -> gateway.send(MESSAGE))
                .withNoCause()
                .satisfies(e -> told[0] = e);
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        return Assertions.assertThat(told[0].toString()).doesNotContain("15112345678", "482913", SECRET);
    }
}
