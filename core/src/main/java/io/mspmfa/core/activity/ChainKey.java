// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import io.mspmfa.core.codes.KeyedHash;
import io.mspmfa.core.codes.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals records: HMAC-SHA-256 (RFC 2104) over the length and the characters of each part.
 *
 * @param id names the key beside what it has sealed; says nothing about it
 */
public record ChainKey(String id, SecretKey key) {
    private static final int ID_LENGTH = 12;

    /** The key made of a secret, which must be hard to guess. */
    public static ChainKey of(String secret) {
        String id = Sha256.hex("msp-mfa-activity-key " + secret).substring(0, ID_LENGTH);
        byte[] bytes = Sha256.of("msp-mfa-activity-seal " + secret);
        return new ChainKey(id, new SecretKeySpec(bytes, "HmacSHA256"));
    }

    /** The seal on several parts in this order, 43 characters. */
    String seal(List<String> parts) {
        return KeyedHash.of(key, parts);
    }

    /** Whether a seal is the one on these parts, compared in constant time. */
    boolean hasSealed(List<String> parts, String seal) {
        return MessageDigest.isEqual(
                seal(parts).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the key out of logs (R5). */
    @Override
    public String toString() {
        return "Key " + id;
    }
}
