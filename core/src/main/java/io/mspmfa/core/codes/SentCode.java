// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * What is kept of a code that was sent: enough to recognise it where it was asked for, until it expires (R14, R15, R20).
 * The text form is kept in authentication sessions. Doesn't read a clock; times are in seconds since the epoch.
 *
 * @param sentAt when it was sent
 * @param target a name for the address or number that it was sent to
 * @param delivery what is known about its delivery
 * @param retryAt from when another may be sent
 * @param mac recognises the code; empty if none has been sent
 */
public record SentCode(long sentAt, String target, Delivery delivery, long retryAt, String mac) {
    /** How long a code is valid, in seconds. */
    public static final int LIFETIME_SECONDS = 300;

    /** How long to wait before another is sent, in seconds (R17). */
    public static final int PAUSE_SECONDS = 30;

    private static final String SEPARATOR = "|";
    private static final int PARTS = 5;

    /** What is known about the delivery of a code. The names are stored. */
    public enum Delivery {
        SENT,
        /** The server that should deliver it has not answered in time: it may still arrive. */
        LATE,
        /** It was not delivered. */
        FAILED,
        /** It was not sent, because too many have been. */
        REFUSED,
        /** It is worthless, because it went to an address or number that the user no longer has. */
        VOID
    }

    /** A new code of 6 to 9 random digits (R13). */
    public static String random(SecureRandom random, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", random.nextInt((int) Math.pow(10, digits)));
    }

    /** A code that was sent, or may have been. */
    public static SentCode of(long now, CodePlace place, Delivery delivery, String code, SecretKey key) {
        return new SentCode(now, place.target(), delivery, now + PAUSE_SECONDS, mac(place, code, key));
    }

    /** A code that will not arrive: no answer is right. */
    public static SentCode lost(long now, String target, Delivery delivery, int waitSeconds) {
        return new SentCode(now, target, delivery, now + waitSeconds, "");
    }

    /** The same code, but another may not be sent before that time. */
    public SentCode retryAt(long time) {
        return new SentCode(sentAt, target, delivery, time, mac);
    }

    /** Whether there is a code that can still be entered. */
    public boolean isAlive(long now) {
        return !mac.isEmpty() && now < sentAt + LIFETIME_SECONDS;
    }

    /** How long to wait before another may be sent, in seconds; 0 if it may be now. */
    public int secondsToRetry(long now) {
        return (int) Math.max(0, retryAt - now);
    }

    /** Whether this is the code, at the place that it was sent for. Takes the same time either way (R6). */
    public boolean isRight(String code, CodePlace place, SecretKey key) {
        return !mac.isEmpty()
                && MessageDigest.isEqual(
                        mac.getBytes(StandardCharsets.UTF_8),
                        mac(place, code, key).getBytes(StandardCharsets.UTF_8));
    }

    /** The text form. */
    public String text() {
        return String.join(SEPARATOR, Long.toString(sentAt), target, delivery.name(), Long.toString(retryAt), mac);
    }

    /** Reads the text form; empty if it isn't one. */
    public static Optional<SentCode> read(String text) {
        List<String> parts = List.of(text.split("\\|", -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SentCode(
                    Long.parseLong(parts.get(0)),
                    parts.get(1),
                    Delivery.valueOf(parts.get(2)),
                    Long.parseLong(parts.get(3)),
                    parts.get(4)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String mac(CodePlace place, String code, SecretKey key) {
        return KeyedHash.of(
                key, Stream.concat(place.parts().stream(), Stream.of(code)).toList());
    }
}
