// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The text form of a {@link Proof}: {@code kind|method|time|key id|signature}. The signature covers realm, session,
 * user and the statement itself, so that whoever can write session notes (an identity provider's mapper, for example)
 * still can't forge a statement. Statements are stored in sessions: new words may be added, but the meaning of existing
 * ones must never change.
 *
 * @param kind why nothing is owed, as a single word
 * @param method further detail for that kind; may be empty
 * @param time when, in seconds since the epoch
 */
public record Statement(String kind, String method, long time) {
    private static final String ALGORITHM = "HmacSHA512";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 5;

    /**
     * Where a proof is valid.
     *
     * @param realmId Keycloak's id of the realm
     * @param sessionId the id of the user session
     * @param userId Keycloak's id of the user
     */
    public record Place(String realmId, String sessionId, String userId) {}

    /**
     * The signed text form.
     *
     * @param keyId identifies the key for {@link #read}; must not contain {@code |}
     * @throws IllegalArgumentException if the method contains {@code |}, since the text could not be parsed
     */
    public String sign(Place place, String keyId, SecretKey key) {
        if (method.contains(SEPARATOR)) {
            throw new IllegalArgumentException("A statement's method can't contain " + SEPARATOR);
        }
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(mac(place, key));
        return String.join(SEPARATOR, kind, method, Long.toString(time), keyId, signature);
    }

    /**
     * Reads a signed text.
     *
     * @param keys returns the key for an id, or empty if the key is not, or no longer, trusted
     * @return empty if the text is malformed, or was not signed with such a key for exactly this place
     */
    public static Optional<Statement> read(String text, Place place, Function<String, Optional<SecretKey>> keys) {
        List<String> parts = List.of(text.split("\\|", -1));
        if (parts.size() != PARTS || !parts.get(2).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Statement claimed = new Statement(parts.get(0), parts.get(1), Long.parseLong(parts.get(2)));
        return keys.apply(parts.get(3))
                .map(key -> claimed.sign(place, parts.get(3), key))
                .filter(signed -> MessageDigest.isEqual(
                        signed.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)))
                .map(signed -> claimed);
    }

    private byte[] mac(Place place, SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : List.of(
                    "msp-mfa-proof", place.realmId(), place.sessionId(), place.userId(), kind, method, "" + time)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length distinguishes "ab"+"c" from "a"+"bc"
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + ALGORITHM, e);
        }
    }
}
