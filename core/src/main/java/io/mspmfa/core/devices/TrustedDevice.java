// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is stored of a trusted device. Times are in seconds since the epoch.
 *
 * @param familyHash recognises the family of its tokens
 * @param secretHash recognises its current token
 * @param previousHash recognises the token before that; no hash if there is none
 * @param rotatedAt when the current token replaced it; 0 if there is none
 * @param createdAt when it was trusted
 * @param lastUsedAt when it was last used, or trusted
 * @param expiresAt until when it was trusted
 * @param grounds what it was trusted for
 */
public record TrustedDevice(
        String familyHash,
        String secretHash,
        String previousHash,
        long rotatedAt,
        long createdAt,
        long lastUsedAt,
        long expiresAt,
        DeviceGrounds grounds) {
    /** How long the token before the current one is still accepted, in seconds: for parallel tabs and lost answers. */
    public static final int OVERLAP_SECONDS = 60;

    /** By how much the clocks of a cluster may differ, in seconds. */
    private static final int CLOCK_SECONDS = 60;

    private static final long DAY_SECONDS = 24L * 60 * 60;

    /** What a token is worth. */
    public enum Judgement {
        /** It is the current one. */
        TRUSTED,
        /** It has just been replaced. */
        TRUSTED_BY_PREVIOUS,
        /** It was replaced earlier, so somebody else must have a copy of the cookie. */
        COPIED,
        /** It is no longer trusted, or never was. */
        LAPSED
    }

    /** When a device that is trusted now may be trusted at the latest. */
    public static long expiry(long now, int days) {
        return now + days * DAY_SECONDS;
    }

    /** Whether a token was made for this device, even if it is an old one. */
    public boolean isOf(DeviceToken token) {
        return isSame(familyHash, token.familyHash());
    }

    /** Judges a token. Takes the same time whatever it is (R6). */
    public Judgement judge(DeviceToken token, DeviceTerms terms, long now) {
        boolean isFamily = isOf(token);
        boolean isCurrent = isSame(secretHash, token.secretHash());
        boolean isPrevious = isSame(previousHash, token.secretHash());
        if (!isFamily || !stands(terms, now)) {
            return Judgement.LAPSED;
        }
        if (isCurrent) {
            return Judgement.TRUSTED;
        }
        return isPrevious && now <= rotatedAt + OVERLAP_SECONDS ? Judgement.TRUSTED_BY_PREVIOUS : Judgement.COPIED;
    }

    /**
     * Whether the device may still be trusted, whatever its token: the policy may have become stricter, and the password or
     * the factors may have changed. If the clock was moved back behind something that has already happened, nobody knows
     * how much time has passed (R38).
     */
    public boolean stands(DeviceTerms terms, long now) {
        long latest = now + CLOCK_SECONDS;
        boolean isClockRight = createdAt <= latest && lastUsedAt <= latest && rotatedAt <= latest;
        return isClockRight && createdAt >= terms.since() && now < end(terms) && terms.cover(grounds);
    }

    /** When trust ends under the current policy. */
    public long end(DeviceTerms terms) {
        return Math.min(expiresAt, expiry(createdAt, terms.days()));
    }

    /** The same device, which expires when trust ends under the current policy. */
    public TrustedDevice within(DeviceTerms terms) {
        return new TrustedDevice(
                familyHash, secretHash, previousHash, rotatedAt, createdAt, lastUsedAt, end(terms), grounds);
    }

    private static boolean isSame(String stored, String shown) {
        return MessageDigest.isEqual(stored.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Without hashes, since texts of objects end up in logs. */
    @Override
    public String toString() {
        return "TrustedDevice[createdAt=" + createdAt + ", expiresAt=" + expiresAt + "]";
    }
}
