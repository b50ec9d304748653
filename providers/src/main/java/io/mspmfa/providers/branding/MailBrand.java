// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.Accent;
import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.BrandSheet;
import io.mspmfa.core.branding.Colour;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What mails show of a brand. Only what the brand says is there; the templates know what stands in for the rest. */
final class MailBrand {
    /** The only kinds of images that mail programs show everywhere: no SVG, no WebP. */
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg");

    private final Brand brand;
    private final String tenant;
    private final Function<String, Optional<String>> addresses;
    private final Map<String, Object> model = new HashMap<>();

    private MailBrand(Brand brand, String tenant, Function<String, Optional<String>> addresses) {
        this.brand = brand;
        this.tenant = tenant;
        this.addresses = addresses;
    }

    /**
     * What there is of {@code name}, {@code tenant} (unless it is the name), {@code logo}, {@code logoDark}, {@code
     * accent}, {@code onAccent}, {@code accentDark}, {@code onAccentDark} and of {@link BrandLinks}.
     *
     * @param tenant the tenant's name
     * @param addresses of the brand's files; without one, the name is all that is shown
     */
    static Map<String, Object> of(Brand brand, String tenant, Function<String, Optional<String>> addresses) {
        return new MailBrand(brand, tenant, addresses).model();
    }

    private Map<String, Object> model() {
        model.putAll(BrandLinks.of(brand));
        address(BrandField.LOGO).ifPresent(this::putLogo);
        putName();
        brand.get(BrandField.ACCENT).flatMap(Colour::read).ifPresent(this::putAccent);
        return model;
    }

    private void putLogo(String address) {
        model.put("logo", address);
        address(BrandField.LOGO_DARK).ifPresent(dark -> model.put("logoDark", dark));
    }

    private Optional<String> address(BrandField field) {
        return brand.image(field)
                .filter(name -> brand.file(name)
                        .filter(file -> SHOWN.contains(file.mediaType()))
                        .isPresent())
                .flatMap(addresses);
    }

    /** A logo always has a name, for those who don't see it. */
    private void putName() {
        Optional<String> product = brand.get(BrandField.PRODUCT_NAME);
        if (product.isPresent() || model.containsKey("logo")) {
            String name = product.orElse(tenant);
            model.put("name", name);
            if (!name.equals(tenant)) {
                model.put("tenant", tenant);
            }
        }
    }

    private void putAccent(Colour colour) {
        Accent light = Accent.near(colour, Colour.WHITE);
        Accent dark = Accent.near(colour, BrandSheet.DARK_CARD);
        model.put("accent", light.colour().text());
        model.put("onAccent", light.onButton().text());
        model.put("accentDark", dark.colour().text());
        model.put("onAccentDark", dark.onButton().text());
    }
}
