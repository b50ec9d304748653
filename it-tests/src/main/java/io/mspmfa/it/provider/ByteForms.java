// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.LoginFormsProviderFactory;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * Pages as another extension may make them: in realms with one of two themes, an answer is no text but bytes or a stream.
 * In every other realm, this is the provider whose place it takes.
 */
public final class ByteForms extends FreeMarkerLoginFormsProviderFactory {
    private static final String REPLACED = "io.mspmfa.providers.branding.BrandedLoginFormsFactory";

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        String theme = realm == null ? "" : String.valueOf(realm.getLoginTheme());
        return switch (theme) {
            case "it-bytes", "it-stream" -> bytes(session);
            default -> replaced(session);
        };
    }

    private static LoginFormsProvider bytes(KeycloakSession session) {
        return new FreeMarkerLoginFormsProvider(session) {
            @Override
            protected Response processTemplate(Theme theme, String template, Locale locale) {
                Response page = super.processTemplate(theme, template, locale);
                byte[] bytes = page.getEntity().toString().getBytes(StandardCharsets.UTF_8);
                boolean isStream = theme.getName().equals("it-stream");
                return Response.fromResponse(page)
                        .entity(isStream ? new ByteArrayInputStream(bytes) : bytes)
                        .build();
            }
        };
    }

    private LoginFormsProvider replaced(KeycloakSession session) {
        try {
            Object factory = Class.forName(REPLACED).getConstructor().newInstance();
            return ((LoginFormsProviderFactory) factory).create(session);
        } catch (ReflectiveOperationException e) {
            return super.create(session); // a server without the JAR
        }
    }

    @Override
    public int order() {
        return 2;
    }
}
