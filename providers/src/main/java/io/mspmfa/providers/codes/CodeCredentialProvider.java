// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.providers.notifications.Notifications;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells Keycloak's account and admin consoles about proven addresses and numbers. Users set them up and remove them on our
 * pages only.
 */
public final class CodeCredentialProvider implements CredentialProvider<CredentialModel> {
    private final KeycloakSession session;
    private final CodeCredentialProviderFactory factory;

    CodeCredentialProvider(KeycloakSession session, CodeCredentialProviderFactory factory) {
        this.session = session;
        this.factory = factory;
    }

    /** How many codes may be sent in an hour, as this server is configured. */
    public SendLimits limits() {
        return factory.limits();
    }

    @Override
    public String getType() {
        return factory.getId();
    }

    /** Called by Keycloak when an administrator edits a user; our own set-up doesn't use it. */
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        Notifications.onPlanted(session, user, getType());
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName(factory.nameKey())
                .helpText(factory.helpKey())
                .iconCssClass("kcAuthenticatorDefaultClass")
                .removeable(false)
                .build(session);
    }
}
