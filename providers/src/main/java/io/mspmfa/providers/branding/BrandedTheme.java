// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** A login theme with a realm's brand: its stylesheet, its icon, and its name above the page. */
final class BrandedTheme implements Theme {
    /** A property of themes that show a brand on every page; inherited like all properties. */
    static final String MARK = "mspShowsBrand";

    private static final String STYLES = "styles";

    /** What stands above a page, for themes that show no brands. */
    private static final String TITLE = "css/msp-mfa-brand.css";

    /** What the brand's accent colour means for them. */
    private static final String ACCENT = "css/msp-mfa-brand-accent.css";

    private final Theme theme;
    private final RealmModel realm;
    private final Brand brand;
    private final String folder;

    /** @param folder where the brand's files are, below the realm's {@code msp-mfa} */
    BrandedTheme(Theme theme, RealmModel realm, Brand brand, String folder) {
        this.theme = theme;
        this.realm = realm;
        this.brand = brand;
        this.folder = folder;
    }

    /** Whether a theme shows a brand on every page. */
    static boolean shows(Theme theme) throws IOException {
        return Boolean.parseBoolean(theme.getProperties().getProperty(MARK));
    }

    @Override
    public Properties getProperties() throws IOException {
        Properties properties = new Properties();
        properties.putAll(theme.getProperties());
        boolean isOther = !shows(theme);
        String styles = Stream.of(
                        Optional.ofNullable(properties.getProperty(STYLES)),
                        Optional.of(TITLE).filter(file -> isOther),
                        Optional.of(ACCENT)
                                .filter(file ->
                                        isOther && brand.get(BrandField.ACCENT).isPresent()),
                        brand.sheet().map(this::address))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        properties.setProperty(STYLES, styles);
        brand.image(BrandField.ICON).map(this::address).ifPresent(icon -> properties.setProperty("favicons", icon));
        return properties;
    }

    private String address(String file) {
        return BrandAddress.fromResources(realm, folder, file);
    }

    @Override
    public Properties getEnhancedMessages(RealmModel of, Locale locale) throws IOException {
        Properties messages = new Properties();
        messages.putAll(theme.getEnhancedMessages(of, locale));
        BrandTitle.of(brand, of).ifPresent(title -> messages.setProperty("loginTitleHtml", title));
        return messages;
    }

    @Override
    public String getName() {
        return theme.getName();
    }

    @Override
    public String getParentName() {
        return theme.getParentName();
    }

    @Override
    public String getImportName() {
        return theme.getImportName();
    }

    @Override
    public Type getType() {
        return theme.getType();
    }

    @Override
    public URL getTemplate(String name) throws IOException {
        return theme.getTemplate(name);
    }

    @Override
    public InputStream getResourceAsStream(String path) throws IOException {
        return theme.getResourceAsStream(path);
    }

    @Override
    public Properties getMessages(Locale locale) throws IOException {
        return theme.getMessages(locale);
    }

    @Override
    public Properties getMessages(String baseBundle, Locale locale) throws IOException {
        return theme.getMessages(baseBundle, locale);
    }

    @Override
    public boolean hasContentHash(String path) throws IOException {
        return theme.hasContentHash(path);
    }
}
