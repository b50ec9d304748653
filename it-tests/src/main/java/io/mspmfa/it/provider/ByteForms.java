// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.provider;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Pages as another extension may make them: in two themes, an answer is no text but bytes or a stream. In every other
 * theme, this is Keycloak's own provider.
 */
public final class ByteForms extends FreeMarkerLoginFormsProviderFactory {
    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new FreeMarkerLoginFormsProvider(session) {
            @Override
            protected Response processTemplate(Theme theme, String template, Locale locale) {
                Response page = super.processTemplate(theme, template, locale);
                return switch (theme.getName()) {
                    case "it-bytes" -> with(page, bytes(page));
                    case "it-stream" -> with(page, new ByteArrayInputStream(bytes(page)));
                    default -> page;
                };
            }
        };
    }

    private static Response with(Response page, Object entity) {
        return Response.fromResponse(page).entity(entity).build();
    }

    private static byte[] bytes(Response page) {
        return page.getEntity().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int order() {
        return 2;
    }
}
