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
 * The statement that a user session owes no second factor, and why. Its text form is
 * {@code kind|method|time|key id|signature}, signed over realm, session, user and the statement itself: whoever can
 * write a session note (an identity-provider mapper can) still cannot write one of these.
 *
 * @param kind why nothing is owed, one of the constants
 * @param method how it was proved, such as {@code totp}; see the constants; empty where there was nothing to prove
 * @param time when, in seconds since the epoch
 */
public record Proof(String kind, String method, long time) {
    /** A second factor was verified. */
    public static final String FACTOR = "factor";

    /** The set-up was put off; the method is the end of the grace period, in seconds since the epoch. */
    public static final String GRACE = "grace";

    /** An identity provider vouched for the user; the method is its alias. */
    public static final String BROKER = "broker";

    /** The policy asks nothing of the user; the method is a word for the reason. */
    public static final String EXEMPT = "exempt";

    /** An administrator acts in the user's name. */
    public static final String IMPERSONATION = "impersonation";

    private static final String ALGORITHM = "HmacSHA512";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 5;

    /**
     * Where a proof holds.
     *
     * @param realmId Keycloak's id of the realm
     * @param sessionId the id of the user session
     * @param userId Keycloak's id of the user
     */
    public record Place(String realmId, String sessionId, String userId) {}

    /**
     * The signed text form.
     *
     * @param keyId names the key for {@link #read}; without {@code |}
     * @throws IllegalArgumentException if the method contains {@code |}: nobody could read the text
     */
    public String sign(Place place, String keyId, SecretKey key) {
        if (method.contains(SEPARATOR)) {
            throw new IllegalArgumentException("A proof's method can't contain " + SEPARATOR);
        }
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(mac(place, key));
        return String.join(SEPARATOR, kind, method, Long.toString(time), keyId, signature);
    }

    /**
     * Reads a signed text.
     *
     * @param keys gives the key of an id, or empty where the key is not (or no longer) trusted
     * @return empty where it is malformed, or was not signed by such a key for just this place
     */
    public static Optional<Proof> read(String text, Place place, Function<String, Optional<SecretKey>> keys) {
        List<String> parts = List.of(text.split("\\|", -1));
        if (parts.size() != PARTS || !parts.get(2).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Proof claimed = new Proof(parts.get(0), parts.get(1), Long.parseLong(parts.get(2)));
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
                // the length keeps "ab"+"c" and "a"+"bc" apart
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + ALGORITHM, e);
        }
    }
}
