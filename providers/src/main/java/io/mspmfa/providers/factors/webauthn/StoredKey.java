// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.webauthn;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import io.mspmfa.providers.factors.spi.StoredData;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialPublicKeyConverter;
import org.keycloak.models.credential.dto.WebAuthnCredentialData;
import org.keycloak.models.credential.dto.WebAuthnSecretData;

/**
 * Checks that the response of a key can be compared with what is stored, as in Keycloak's WebAuthnCredentialProvider,
 * which reads all keys of a user before it looks for the right one.
 */
final class StoredKey {
    private static final CredentialPublicKeyConverter PUBLIC_KEYS =
            new CredentialPublicKeyConverter(new ObjectConverter());

    private StoredKey() {}

    static boolean isReadable(CredentialModel stored) {
        return StoredData.read(stored.getSecretData(), WebAuthnSecretData.class).isPresent()
                && StoredData.read(stored.getCredentialData(), WebAuthnCredentialData.class)
                        .filter(data ->
                                isComplete(data.getCredentialId(), data.getAaguid(), data.getCredentialPublicKey()))
                        .isPresent();
    }

    /** Whether a key has this id, as in its responses; false if the key can't be read. */
    static boolean hasId(CredentialModel stored, byte[] id) {
        return isReadable(stored)
                && StoredData.read(stored.getCredentialData(), WebAuthnCredentialData.class)
                        .filter(data -> Arrays.equals(Base64.getMimeDecoder().decode(data.getCredentialId()), id))
                        .isPresent();
    }

    private static boolean isComplete(@Nullable String id, @Nullable String aaguid, @Nullable String publicKey) {
        // Keycloak's Base64Url can't decode a text without symbols
        if (id == null || aaguid == null || publicKey == null || !hasSymbols(id) || !hasSymbols(publicKey)) {
            return false;
        }
        try {
            return new AAGUID(aaguid).getValue() != null
                    && Base64.getMimeDecoder().decode(id).length > 0
                    && PUBLIC_KEYS.convertToEntityAttribute(publicKey) != null;
        } catch (IllegalArgumentException | DataConversionException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean hasSymbols(String base64) {
        return !base64.isBlank() && base64.charAt(0) != '=';
    }
}
