// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A brand's stylesheet: values of CSS variables, which the pages' own stylesheets use. It consists of colours that we
 * write ourselves and of names of files, so nothing in a brand's document becomes CSS.
 */
public final class BrandSheet {
    /** The lightest colour of a card in dark mode, on which accents are the hardest to read. */
    public static final Colour DARK_CARD = new Colour(0x26282C);

    /** How much of black a page's colour takes on in dark mode, unless it is dark already. */
    private static final double NIGHT = 0.82;

    /** The most luminance of a colour that counts as dark already. */
    private static final double DARK = 0.08;

    private static final double HOVER = 0.15;

    private final Branding brand;
    private final Function<BrandField, Optional<String>> files;

    private BrandSheet(Branding brand, Function<BrandField, Optional<String>> files) {
        this.brand = brand;
        this.files = files;
    }

    /**
     * The stylesheet; empty if the brand says nothing about the looks.
     *
     * @param files the file of an image, relative to the stylesheet's address
     */
    public static String of(Branding brand, Function<BrandField, Optional<String>> files) {
        BrandSheet sheet = new BrandSheet(brand, files);
        return rule(":root", sheet.light()) + rule(".pf-v5-theme-dark", sheet.dark());
    }

    private String light() {
        StringJoiner values = new StringJoiner("");
        colour(BrandField.ACCENT)
                .flatMap(accent -> Accent.of(accent, Colour.WHITE))
                .ifPresent(accent -> add(values, accent, Colour.BLACK));
        colour(BrandField.PAGE).ifPresent(page -> addPage(values, page));
        files.apply(BrandField.BACKGROUND).ifPresent(file -> addFile(values, "background", file));
        files.apply(BrandField.LOGO).ifPresent(file -> addFile(values, "logo", file));
        return values.toString();
    }

    private String dark() {
        StringJoiner values = new StringJoiner("");
        colour(BrandField.ACCENT)
                .map(accent -> Accent.near(accent, DARK_CARD))
                .ifPresent(accent -> add(values, accent, Colour.WHITE));
        colour(BrandField.PAGE)
                .map(page -> page.luminance() <= DARK ? page : page.towards(Colour.BLACK, NIGHT))
                .ifPresent(page -> addPage(values, page));
        files.apply(BrandField.LOGO_DARK).ifPresent(file -> addFile(values, "logo", file));
        return values.toString();
    }

    private Optional<Colour> colour(BrandField field) {
        return brand.get(field).flatMap(Colour::read);
    }

    /** Away from the background, a pointed-at button is never harder to read. */
    private static void add(StringJoiner values, Accent accent, Colour away) {
        add(values, "accent", accent.colour().text());
        add(values, "accent-hover", accent.colour().towards(away, HOVER).text());
        add(values, "on-accent", accent.onButton().text());
    }

    private static void addPage(StringJoiner values, Colour page) {
        add(values, "page", page.text());
        add(values, "on-page", Accent.textOn(page).text());
    }

    private static void addFile(StringJoiner values, String name, String file) {
        add(values, name, "url(\"" + file + "\")");
    }

    private static void add(StringJoiner values, String name, String value) {
        values.add("  --msp-brand-" + name + ": " + value + ";\n");
    }

    private static String rule(String selector, String values) {
        return values.isEmpty() ? "" : selector + " {\n" + values + "}\n";
    }
}
