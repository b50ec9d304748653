// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * Replaces Keycloak's {@code registration-page-form}: in managed realms, our part is put into the page that the theme's
 * template has made, whichever theme that is. Keycloak has no other place for it.
 */
public final class MspRegistrationPage extends RegistrationPage implements BuiltInOverride {
    @Override
    public Response render(FormContext context, LoginFormsProvider form) {
        Optional<OptInPart> part = OptInPart.of(context);
        part.ifPresent(some -> some.passTo(form));
        Response page = super.render(context, form);
        return part.flatMap(some -> insert(some, page)).orElse(page);
    }

    /** Empty if the page stays as it is, such as an error page, or one that a theme's script builds. */
    private static Optional<Response> insert(OptInPart part, Response page) {
        boolean isPage = page.getStatus() == Response.Status.OK.getStatusCode();
        if (!isPage || !(page.getEntity() instanceof String html)) {
            return Optional.empty();
        }
        return part.html()
                .flatMap(some -> RegistrationHtml.with(some, html))
                .map(whole -> Response.fromResponse(page).entity(whole).build());
    }

    @Override
    public int order() {
        return ORDER;
    }
}
