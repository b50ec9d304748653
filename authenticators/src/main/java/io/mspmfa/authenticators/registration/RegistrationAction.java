// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Does what {@link MspUserCreation} does, for registration flows that create users by another action. Beside that one, it
 * repeats the same without effect.
 */
final class RegistrationAction implements FormAction {
    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        // for templates of another page than Keycloak's
        OptInPart.of(context).ifPresent(part -> part.passTo(form));
    }

    @Override
    public void validate(ValidationContext context) {
        if (!RegistrationChoice.refuse(context)) {
            context.success();
        }
    }

    @Override
    public void success(FormContext context) {
        RegistrationChoice.keep(context);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
