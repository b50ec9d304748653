// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.devices;

import io.mspmfa.core.codes.KeyedHash;
import io.mspmfa.core.codes.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * What a trusted device keeps in its cookie: {@code id.family.secret}. The secret is replaced at each use, the family
 * never. Whoever has the family and an old secret has a copy of the cookie; whoever knows only the id, which is no
 * secret, has nothing (R33).
 *
 * @param id of the device, a UUID
 * @param family 128 random bits, as URL-safe base64
 * @param secret 256 bits, as URL-safe base64
 */
public record DeviceToken(String id, String family, String secret) {
    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    /** The length of the text form; nothing longer is looked at. */
    private static final int LENGTH = 103;

    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([\\w-]{22})\\.([\\w-]{43})");

    /** A token for a new device. */
    public static DeviceToken create(String id, SecureRandom random) {
        return new DeviceToken(id, bytes(random, FAMILY_BYTES), bytes(random, SECRET_BYTES));
    }

    /** Reads what a browser sent; empty if it can't have come from here. */
    public static Optional<DeviceToken> read(String text) {
        return Optional.of(text)
                .filter(cookie -> cookie.length() == LENGTH)
                .map(TEXT::matcher)
                .filter(match -> match.matches())
                .map(match -> new DeviceToken(match.group(1), match.group(2), match.group(3)));
    }

    /**
     * The token that replaces this one. It follows from this one and a key of the server, so that requests that use the
     * same token at the same moment get the same successor, and one whose answer was lost gets it again.
     */
    public DeviceToken next(SecretKey key) {
        return new DeviceToken(id, family, KeyedHash.of(key, List.of("msp-mfa-device", id, family, secret)));
    }

    /** The text form, for the cookie. */
    public String text() {
        return String.join(".", id, family, secret);
    }

    /** What is stored of the family. */
    public String familyHash() {
        return hash("family", family);
    }

    /** What is stored of the secret. Being random, it needs neither salt nor a slow hash. */
    public String secretHash() {
        return hash("secret", secret);
    }

    /** Without anything that opens a door, since texts of objects end up in logs. */
    @Override
    public String toString() {
        return "DeviceToken[id=" + id + "]";
    }

    private String hash(String part, String value) {
        return Sha256.hex(String.join(".", id, part, value));
    }

    private static String bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
