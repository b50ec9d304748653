// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import com.webauthn4j.converter.util.ObjectConverter;
import io.mspmfa.providers.enforcement.overrides.SelfRemoval;
import org.keycloak.authentication.authenticators.browser.WebAuthnMetadataService;
import org.keycloak.credential.CredentialInput;
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
        CredentialModel stored = super.createCredential(realm, user, credential);
        WebAuthnProof.registered(getKeycloakSession(), realm, user);
        return stored;
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        boolean valid = super.isValid(realm, user, input);
        if (valid) {
            WebAuthnProof.verified(getKeycloakSession(), realm, user);
        }
        return valid;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return SelfRemoval.limit(getKeycloakSession(), context.getUser(), super.getCredentialTypeMetadata(context));
    }
}
