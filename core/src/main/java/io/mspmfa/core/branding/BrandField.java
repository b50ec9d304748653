// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import io.mspmfa.core.sentences.Sentence;
import java.util.Arrays;
import java.util.Optional;

/** What a brand may say. Each field that it doesn't say is inherited. */
public enum BrandField {
    /** What the pages and mails call the service. */
    PRODUCT_NAME("productName", BrandValue.NAME),
    /** The logo above the pages, in light mode and wherever there is no other. */
    LOGO("logo.light", BrandValue.IMAGE),
    LOGO_DARK("logo.dark", BrandValue.IMAGE),
    /** The icon of the browser's tab. */
    ICON("logo.icon", BrandValue.IMAGE),
    /** Of buttons and links. */
    ACCENT("colours.accent", BrandValue.ACCENT),
    /** Around the card. */
    PAGE("colours.page", BrandValue.COLOUR),
    /** A picture around the card, instead of the colour. */
    BACKGROUND("background", BrandValue.IMAGE),
    /** Whom users ask for help, such as a name and a phone number. */
    SUPPORT_CONTACT("support.contact", BrandValue.SENTENCE),
    SUPPORT_LINK("support.link", BrandValue.LINK),
    IMPRINT("links.imprint", BrandValue.LINK),
    PRIVACY("links.privacy", BrandValue.LINK),
    /** From whom mails come, as a name. */
    MAIL_SENDER("mailSender", BrandValue.NAME),
    /** How an authenticator app calls the account's organisation. */
    APP_NAME("appName", BrandValue.APP_NAME),
    /** Whether our own pages show the brand under themes that show none. */
    EVERY_THEME("everyTheme", BrandValue.FLAG),
    /** Whether tenants may say something of their own; the provider's to decide. */
    TENANT_MAY_CHANGE("tenantMayChange", BrandValue.FLAG);

    /** In {@link #MAIL_SENDER} and {@link #APP_NAME}, stands for the tenant's name. */
    public static final String TENANT = "[tenant]";

    private final String path;
    private final BrandValue value;

    BrandField(String path, BrandValue value) {
        this.path = path;
        this.value = value;
    }

    /** Its place in the document; the part before a dot names a group. */
    public String path() {
        return path;
    }

    /** Why it can't have this value, as the end of a sentence that begins with the field; empty if it can. */
    Optional<Sentence> problem(String text) {
        return value.problem(text);
    }

    /** Whether it is true or false. */
    boolean isFlag() {
        return value == BrandValue.FLAG;
    }

    /** Whether it is an image. */
    public boolean isImage() {
        return value == BrandValue.IMAGE;
    }

    static Optional<BrandField> at(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }

    static boolean isGroup(String name) {
        return Arrays.stream(values()).anyMatch(field -> field.path.startsWith(name + "."));
    }
}
