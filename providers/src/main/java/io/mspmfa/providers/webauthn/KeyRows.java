// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.mspmfa.providers.enforcement.overrides.UnreadableCredential;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialPublicKeyConverter;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** A user's stored keys of one type, among which there may be some that can't be read. */
final class KeyRows {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;
    private static final int COORDINATE_BYTES = 32;

    /** A key that nobody can have: zero and zero is no point of the curve. */
    private static final String NOBODYS_KEY = new CredentialPublicKeyConverter(new ObjectConverter())
            .convertToDatabaseColumn(new EC2COSEKey(
                    null,
                    COSEAlgorithmIdentifier.ES256,
                    null,
                    Curve.SECP256R1,
                    new byte[COORDINATE_BYTES],
                    new byte[COORDINATE_BYTES]));

    private KeyRows() {}

    /** Whether Keycloak's own page can show them. */
    static boolean areShowable(RealmModel realm, UserModel user, String type) {
        return !RealmPolicies.isManaged(realm)
                || user.credentialManager()
                        .getStoredCredentialsByTypeStream(type)
                        .allMatch(key -> WebAuthnFactor.INSTANCE.isUsable(key) && key.getCreatedDate() != null);
    }

    /**
     * The id of the credential that a response claims to come from; empty if there is none, and in realms that are not
     * managed. To be asked before the response is verified, which may clear the user from the cache.
     */
    static Optional<String> answering(RealmModel realm, UserModel user, CredentialInput input) {
        if (!RealmPolicies.isManaged(realm) || !(input instanceof WebAuthnCredentialModelInput answer)) {
            return Optional.empty();
        }
        byte[] id = answer.getAuthenticationRequest().getCredentialId();
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(input.getType())
                .filter(key -> WebAuthnFactor.INSTANCE.isFrom(key, id))
                .map(CredentialModel::getId)
                .findFirst();
    }

    /** Stands for a key that can't be read; has a random id, so that no response belongs to it. */
    static WebAuthnCredentialModel standIn(CredentialModel stored) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        WebAuthnCredentialModel nobodys = WebAuthnCredentialModel.create(
                stored.getType(),
                null,
                AAGUID.ZERO.toString(),
                Base64.getEncoder().encodeToString(id),
                null,
                NOBODYS_KEY,
                0,
                "none");
        return UnreadableCredential.standIn(stored, nobodys);
    }
}
