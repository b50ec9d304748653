// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A brand's stylesheet: values of CSS variables, which the pages' own stylesheets use. It consists of colours that we
 * write ourselves and of names of files, so no text of a brand's document becomes CSS.
 */
public final class BrandSheet {
    /** The lightest colour of a card in dark mode, on which accents are the hardest to read. */
    public static final Colour DARK_CARD = new Colour(0x26282C);

    /** How much of black a page's colour takes on in dark mode, unless it is dark already. */
    private static final double NIGHT = 0.92;

    /** The most luminance of a colour that counts as dark already. */
    private static final double DARK = 0.08;

    private static final double HOVER = 0.15;

    /** How much of the page's colour lies between a picture and what is written on it: less might not be readable. */
    private static final String VEIL = "100%";

    private static final String DARK_MODE = ".pf-v5-theme-dark";
    private static final String LOGO = ".msp-brand-with-logo";

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
        return rule(":root", sheet.light())
                + rule(DARK_MODE, sheet.dark())
                + sheet.image(BrandField.LOGO, LOGO)
                + sheet.image(BrandField.LOGO_DARK, DARK_MODE + " " + LOGO)
                + sheet.image(BrandField.BACKGROUND, ".login-pf body::before")
                + sheet.veil();
    }

    private String light() {
        StringJoiner values = new StringJoiner("");
        colour(BrandField.ACCENT)
                .flatMap(accent -> Accent.of(accent, Colour.WHITE))
                .ifPresent(accent -> add(values, accent, Colour.BLACK));
        colour(BrandField.PAGE).ifPresent(page -> addPage(values, page));
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

    /** Not as a variable: its address would count from the stylesheet that uses it (CSS Values 4, "relative URLs"). */
    private String image(BrandField field, String selector) {
        return files.apply(field)
                .map(file -> rule(selector, declaration("background-image", "url(\"" + file + "\")")))
                .orElse("");
    }

    private String veil() {
        return files.apply(BrandField.BACKGROUND).isEmpty() ? "" : rule(":root", declaration("--msp-brand-veil", VEIL));
    }

    private static void add(StringJoiner values, String name, String value) {
        values.add(declaration("--msp-brand-" + name, value));
    }

    private static String declaration(String name, String value) {
        return "  " + name + ": " + value + ";\n";
    }

    private static String rule(String selector, String values) {
        return values.isEmpty() ? "" : selector + " {\n" + values + "}\n";
    }
}
