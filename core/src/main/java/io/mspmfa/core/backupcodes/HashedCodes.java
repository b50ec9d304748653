// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.backupcodes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A set of backup codes as it is stored: salted and slowly hashed (R2). The set shares one salt, so that a check costs
 * one key derivation however many codes there are. Used codes are kept and marked, so that "used already" can be
 * distinguished from "wrong". Immutable.
 *
 * <p>This is the stored format, as JSON: fields may be added but never renamed.
 *
 * @param algorithm the JCA name of the key derivation
 * @param iterations of the key derivation; few are enough, because the codes are long and random
 * @param salt base64, 128 bits
 * @param codes in the order in which they were shown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HashedCodes(String algorithm, int iterations, String salt, List<Entry> codes) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** What every Java can compute, and is slow. */
    private static final Set<String> KNOWN_ALGORITHMS =
            Set.of(ALGORITHM, "PBKDF2WithHmacSHA384", "PBKDF2WithHmacSHA512");

    private static final int ITERATIONS = 20_000;

    /** A stored number beyond this would let a single check block the server. */
    private static final int MAX_ITERATIONS = 1_000_000;

    private static final int SALT_BYTES = 16;
    private static final int MIN_SALT_BYTES = 4;
    private static final int HASH_BITS = 256;

    /**
     * A stored code.
     *
     * @param hash base64
     * @param used whether it has been used
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(String hash, boolean used) {
        /** @throws IllegalArgumentException if the hash can't be compared with another */
        public Entry {
            Base64.getDecoder().decode(hash);
        }
    }

    /** @throws IllegalArgumentException if a code could not be checked against this set */
    public HashedCodes {
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(salt);
        codes = List.copyOf(codes);
        if (!KNOWN_ALGORITHMS.contains(algorithm) || iterations < 1 || iterations > MAX_ITERATIONS) {
            throw new IllegalArgumentException("Unknown key derivation");
        }
        if (Base64.getDecoder().decode(salt).length < MIN_SALT_BYTES) {
            throw new IllegalArgumentException("The salt is too short");
        }
    }

    /**
     * Hashes codes with a new salt.
     *
     * @param shown the codes as returned by {@link BackupCode#generate}
     * @throws IllegalArgumentException if one of them is not a backup code
     */
    public static HashedCodes of(List<String> shown, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HashedCodes empty =
                new HashedCodes(ALGORITHM, ITERATIONS, Base64.getEncoder().encodeToString(salt), List.of());
        List<Entry> entries = shown.stream()
                .map(code -> BackupCode.normalise(code).orElseThrow(IllegalArgumentException::new))
                .map(symbols -> new Entry(Base64.getEncoder().encodeToString(empty.derive(symbols)), false))
                .toList();
        return empty.withCodes(entries);
    }

    /**
     * The position of a code in this set. Derives one key, then compares it with every entry in constant time.
     *
     * @param symbols a code as returned by {@link BackupCode#normalise}
     * @return empty if the set doesn't contain it
     */
    public OptionalInt indexOf(String symbols) {
        byte[] entered = derive(symbols);
        int found = -1;
        for (int i = 0; i < codes.size(); i++) {
            if (MessageDigest.isEqual(Base64.getDecoder().decode(codes.get(i).hash()), entered)) {
                found = i;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Whether the code at an index has been used. */
    public boolean isUsed(int index) {
        return codes.get(index).used();
    }

    /** Whether this and another state of the set have the same code at an index. */
    public boolean hasSameCodeAt(int index, HashedCodes other) {
        return index < codes.size()
                && salt.equals(other.salt)
                && codes.get(index).hash().equals(other.codes.get(index).hash());
    }

    /** This set with the code at an index marked as used. */
    public HashedCodes withUsed(int index) {
        List<Entry> marked = new ArrayList<>(codes);
        marked.set(index, new Entry(codes.get(index).hash(), true));
        return withCodes(marked);
    }

    /** How many codes are unused. */
    public int countUnused() {
        return (int) codes.stream().filter(code -> !code.used()).count();
    }

    private HashedCodes withCodes(List<Entry> entries) {
        return new HashedCodes(algorithm, iterations, salt, entries);
    }

    private byte[] derive(String symbols) {
        try {
            PBEKeySpec spec =
                    new PBEKeySpec(symbols.toCharArray(), Base64.getDecoder().decode(salt), iterations, HASH_BITS);
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + algorithm, e);
        }
    }
}
