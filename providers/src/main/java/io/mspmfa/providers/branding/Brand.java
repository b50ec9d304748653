// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.BrandImage;
import io.mspmfa.core.branding.BrandSheet;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.codes.Sha256;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A brand as it is shown, with the files that belong to it. Each file is named after its content. */
public final class Brand {
    /** Shows nothing of its own. */
    public static final Brand NONE = new Brand(Branding.NONE);

    /** Hex digits of a file's name, 128 bits. */
    private static final int NAME = 32;

    private final Branding branding;
    private final Map<BrandField, String> names = new EnumMap<>(BrandField.class);
    private final Map<String, BrandFile> files = new HashMap<>();
    private final Optional<String> sheet;

    /** @param branding what all layers together say */
    public Brand(Branding branding) {
        this.branding = branding;
        branding.values().forEach(this::addImage);
        String css = BrandSheet.of(branding, field -> Optional.ofNullable(names.get(field)));
        this.sheet = css.isEmpty() ? Optional.empty() : Optional.of(add(css, BrandFile.sheet(css)));
    }

    private void addImage(BrandField field, String value) {
        if (field.isImage()) {
            BrandImage.read(value).ifPresent(image -> names.put(field, add(value, BrandFile.of(image))));
        }
    }

    private String add(String content, BrandFile file) {
        String name = Sha256.hex(content).substring(0, NAME) + "." + file.extension();
        files.put(name, file);
        return name;
    }

    /** What it says. */
    public Branding branding() {
        return branding;
    }

    /** A text of it. */
    public Optional<String> get(BrandField field) {
        return branding.get(field);
    }

    /** A text with the tenant's name in the place that is meant for it. */
    public Optional<String> named(BrandField field, String tenant) {
        return branding.get(field).map(text -> text.replace(BrandField.TENANT, tenant));
    }

    /** The file of an image. */
    public Optional<String> image(BrandField field) {
        return Optional.ofNullable(names.get(field));
    }

    /** The file of the stylesheet; empty if the brand says nothing about the looks. */
    public Optional<String> sheet() {
        return sheet;
    }

    /** One of its files. */
    public Optional<BrandFile> file(String name) {
        return Optional.ofNullable(files.get(name.toLowerCase(Locale.ROOT)));
    }
}
