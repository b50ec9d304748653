// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.mspmfa.providers.factors.spi.StoredData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The address that a user has proved, as it is stored: only a hash, so that an address that the user no longer has
 * doesn't stay behind. This is the stored format, as JSON: fields may be added but never renamed.
 *
 * @param salt base64
 * @param hash base64, SHA-256 of salt and address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProvenAddress(String salt, String hash) {
    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 16;

    /** @throws IllegalArgumentException if one of them is no base64, or is missing */
    ProvenAddress {
        if (salt == null || hash == null || decode(salt).length == 0 || decode(hash).length == 0) {
            throw new IllegalArgumentException("A proven address has a salt and a hash");
        }
    }

    static ProvenAddress of(String address) {
        byte[] salt = SecretGenerator.getInstance().randomBytes(SALT_BYTES);
        return new ProvenAddress(encode(salt), encode(digest(salt, address)));
    }

    static Optional<ProvenAddress> read(@Nullable String json) {
        return StoredData.read(json, ProvenAddress.class);
    }

    boolean isSame(@Nullable String address) {
        return address != null && MessageDigest.isEqual(decode(hash), digest(decode(salt), address));
    }

    String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new IllegalStateException("A proven address can't be written", e);
        }
    }

    private static byte[] digest(byte[] salt, String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(salt);
            return digest.digest(KeycloakModelUtils.toLowerCaseSafe(address).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute " + ALGORITHM, e);
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
