// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * What stands above a page: the product's name, or its logo with the name for those who can't see it, and below it the
 * tenant's name. HTML, as Keycloak's message {@code loginTitleHtml} is.
 */
final class BrandTitle {
    private BrandTitle() {}

    /** The title as a message format; empty if the brand has neither name nor logo, so that the theme's own remains. */
    static Optional<String> of(Brand brand, RealmModel realm) {
        boolean hasLogo = brand.image(BrandField.LOGO).isPresent();
        Optional<String> product = brand.get(BrandField.PRODUCT_NAME);
        if (!hasLogo && product.isEmpty()) {
            return Optional.empty();
        }
        String tenant = tenant(realm);
        String name = product.orElse(tenant);
        String style = hasLogo ? "msp-brand-name msp-brand-with-logo" : "msp-brand-name";
        String below = name.equals(tenant) ? "" : " " + span("msp-brand-tenant", tenant);
        return Optional.of(span(style, name) + below);
    }

    /** The tenant's name; a display name that refers to a message isn't resolved here, and left out. */
    static String tenant(RealmModel realm) {
        String name = realm.getDisplayName();
        return name == null || name.isBlank() || name.contains("${") ? realm.getName() : name;
    }

    private static String span(String style, String text) {
        return "<span class=\"" + style + "\">" + literal(text) + "</span>";
    }

    /** Escapes for HTML, and for MessageFormat, which gives a meaning to apostrophes and braces. */
    private static String literal(String text) {
        String html = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
        return html.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }
}
