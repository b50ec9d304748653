// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The time-based one-time passwords of one secret (RFC 6238, RFC 4226 section 5.3). Doesn't read a clock: the time is
 * an argument, in seconds since the epoch.
 */
public final class Totp {
    private final SecretKeySpec key;
    private final int digits;
    private final int periodSeconds;

    /**
     * @param secret the bytes of the shared secret; copied
     * @param macAlgorithm the name of a JCA MAC: {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
     * @param digits of a code, 6 to 8
     * @param periodSeconds the length of a time step, positive
     */
    public Totp(byte[] secret, String macAlgorithm, int digits, int periodSeconds) {
        this.key = new SecretKeySpec(secret, macAlgorithm);
        this.digits = digits;
        this.periodSeconds = periodSeconds;
    }

    /** The time step that the given second belongs to. */
    public long stepAt(long epochSeconds) {
        return Math.floorDiv(epochSeconds, periodSeconds);
    }

    /** The code for a time step. */
    public String codeAt(long step) {
        byte[] hash = mac(step);
        int offset = hash[hash.length - 1] & 0x0f;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
    }

    /**
     * The time steps in an interval whose code equals the one entered. Several steps may share a code, so a caller that
     * refuses used steps must check each of them. Takes the same time whether or not a code matches.
     *
     * @param entered a code as returned by {@link #normalise}
     * @return in ascending order; empty if the code belongs to none
     */
    public List<Long> stepsOf(String entered, long fromStep, long toStep) {
        List<Long> matching = new ArrayList<>();
        for (long step = fromStep; step <= toStep; step++) {
            if (isSame(codeAt(step), entered)) {
                matching.add(step);
            }
        }
        return matching;
    }

    /**
     * Removes the spaces that apps show in the middle of a code. Digits other than 0 to 9 are left as they are, and
     * therefore match nothing.
     */
    public static String normalise(String typed) {
        return typed.replaceAll("[\\s\\u00a0]", "");
    }

    private static boolean isSame(String code, String entered) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), entered.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(long step) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + key.getAlgorithm(), e);
        }
    }
}
