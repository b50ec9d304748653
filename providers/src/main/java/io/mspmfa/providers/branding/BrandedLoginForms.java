// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Keycloak's pages with the realm's brand, under themes that show one; and our own pages under every theme, where the
 * brand asks for it. Without a brand, this is Keycloak's own provider.
 */
final class BrandedLoginForms extends FreeMarkerLoginFormsProvider {
    /** What begins the names of our templates. */
    private static final String OURS = "msp-mfa-";

    private boolean isOurs;
    private @Nullable Preview preview;

    BrandedLoginForms(KeycloakSession session) {
        super(session);
    }

    /** Shows a preview's brand instead of the realm's. */
    BrandedLoginForms of(Preview shown) {
        preview = shown;
        return this;
    }

    @Override
    public Response createForm(String form) {
        isOurs = form.startsWith(OURS);
        return super.createForm(form);
    }

    @Override
    protected Theme getTheme() throws IOException {
        Theme theme = super.getTheme();
        boolean isMarked = BrandedTheme.shows(theme);
        if (realm == null || !(isMarked || isOurs)) {
            return theme;
        }
        Brand brand = preview == null ? Brands.of(realm) : preview.brand();
        if (!isMarked && !brand.branding().says(BrandField.EVERY_THEME)) {
            return theme;
        }
        attributes.put("mspBrand", BrandLinks.of(brand));
        String folder = preview == null ? BrandAddress.PATH : BrandAddress.ofPreview(preview.id());
        return new BrandedTheme(theme, realm, brand, folder);
    }
}
