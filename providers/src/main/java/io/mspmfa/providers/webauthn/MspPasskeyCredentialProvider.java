// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import io.mspmfa.providers.enforcement.overrides.SelfRemoval;
import io.mspmfa.providers.enforcement.overrides.UnreadableCredential;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.uses.FactorUses;
import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.WebAuthnMetadataService;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.credential.WebAuthnPasswordlessCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Keycloak's passkeys, which may also replace the password. In managed realms, a passkey that verified its user by PIN
 * or fingerprint counts as two factors; one that didn't is not a second factor.
 */
final class MspPasskeyCredentialProvider extends WebAuthnPasswordlessCredentialProvider {
    /** The position of the flags in authenticator data, and the UV flag among them (WebAuthn level 2, section 6.1). */
    private static final int FLAGS_INDEX = 32;

    private static final int USER_VERIFIED = 0x04;

    MspPasskeyCredentialProvider(KeycloakSession session, WebAuthnMetadataService metadata, ObjectConverter converter) {
        super(session, metadata, converter);
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, WebAuthnCredentialModel credential) {
        if (HeldKey.take(getKeycloakSession(), credential)) {
            return credential;
        }
        Notifications.onPlanted(getKeycloakSession(), user, getType());
        CredentialModel stored = super.createCredential(realm, user, credential);
        WebAuthnProof.registered(getKeycloakSession(), realm, user);
        return stored;
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        Optional<String> answering = KeyRows.answering(realm, user, input);
        boolean valid = super.isValid(realm, user, input);
        if (valid) {
            answering.ifPresent(id -> FactorUses.used(getKeycloakSession(), realm, user, id));
        }
        if (valid && input instanceof WebAuthnCredentialModelInput passkey && isUserVerified(passkey)) {
            WebAuthnProof.verified(getKeycloakSession(), realm, user);
        }
        return valid;
    }

    /** The flags are part of what the passkey signed, and the signature has been verified. */
    private static boolean isUserVerified(WebAuthnCredentialModelInput passkey) {
        byte[] data = passkey.getAuthenticationRequest().getAuthenticatorData();
        return data.length > FLAGS_INDEX && (data[FLAGS_INDEX] & USER_VERIFIED) != 0;
    }

    /**
     * Keycloak's own page shows all keys of the type, and fails at one that it can't read. If the user has such a key,
     * the flow passes over that page, and ours asks for a key instead.
     */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType) && KeyRows.areShowable(realm, user, credentialType);
    }

    /** Keycloak reads all keys of the type before it looks for the one that answered. */
    @Override
    public WebAuthnCredentialModel getCredentialFromModel(CredentialModel stored) {
        return isUnreadable(stored) ? KeyRows.standIn(stored) : super.getCredentialFromModel(stored);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(WebAuthnCredentialModel credential, CredentialTypeMetadata type) {
        return isUnreadable(credential)
                ? UnreadableCredential.metadata(credential)
                : super.getCredentialMetadata(credential, type);
    }

    private boolean isUnreadable(CredentialModel stored) {
        return UnreadableCredential.isOne(getKeycloakSession(), WebAuthnFactor.INSTANCE, stored);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return SelfRemoval.limit(
                getKeycloakSession(),
                context.getUser(),
                super.getCredentialTypeMetadata(context),
                WebAuthnFactor.INSTANCE::countsUnder);
    }
}
