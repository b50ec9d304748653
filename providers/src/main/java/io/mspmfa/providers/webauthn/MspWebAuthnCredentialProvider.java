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
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Keycloak's security keys, which count as the second factor in managed realms whose policy allows them. */
final class MspWebAuthnCredentialProvider extends WebAuthnCredentialProvider {
    MspWebAuthnCredentialProvider(
            KeycloakSession session, WebAuthnMetadataService metadata, ObjectConverter converter) {
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
            WebAuthnProof.verified(getKeycloakSession(), realm, user);
        }
        return valid;
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
