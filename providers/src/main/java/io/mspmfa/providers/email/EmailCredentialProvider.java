// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.providers.codes.SendLimits;
import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.notifications.Notifications;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells Keycloak's account and admin consoles about proven addresses. Users set them up and remove them on our pages
 * only.
 */
public final class EmailCredentialProvider implements CredentialProvider<CredentialModel> {
    private final KeycloakSession session;
    private final SendLimits limits;

    EmailCredentialProvider(KeycloakSession session, SendLimits limits) {
        this.session = session;
        this.limits = limits;
    }

    SendLimits limits() {
        return limits;
    }

    @Override
    public String getType() {
        return EmailFactor.TYPE;
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
                .displayName("msp-email-display-name")
                .helpText("msp-email-help-text")
                .iconCssClass("kcAuthenticatorDefaultClass")
                .removeable(false)
                .build(session);
    }
}
