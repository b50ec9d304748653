// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own factory, of the same id. */
public final class BrandedLoginFormsFactory extends FreeMarkerLoginFormsProviderFactory implements BuiltInOverride {
    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new BrandedLoginForms(session);
    }

    @Override
    public int order() {
        return ORDER_OF_LOOKS;
    }
}
