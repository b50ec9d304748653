// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How a device shows pages. */
public record Look(boolean dark, int width, boolean javaScript, String locale) {

    static final int HEIGHT = 900;

    public static final Look DESKTOP = new Look(false, 1280, true, "en-GB");

    public Look inDark() {
        return new Look(true, width, javaScript, locale);
    }

    public Look wide(int pixels) {
        return new Look(dark, pixels, javaScript, locale);
    }

    public Look withoutJavaScript() {
        return new Look(dark, width, false, locale);
    }

    public Look speaking(String language) {
        return new Look(dark, width, javaScript, language);
    }

    ColorScheme colours() {
        return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setColorScheme(colours())
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(javaScript)
                .setLocale(locale);
    }
}
