// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own factory, of the same id. */
public final class BrandedEmailsFactory extends FreeMarkerEmailTemplateProviderFactory implements BuiltInOverride {
    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return new BrandedEmails(session);
    }

    @Override
    public int order() {
        return ORDER_OF_LOOKS;
    }
}
