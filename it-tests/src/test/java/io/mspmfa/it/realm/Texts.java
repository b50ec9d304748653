// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipFile;

/** The texts in the packed JAR by message key, so that tests can distinguish messages without knowing their wording. */
public final class Texts {

    private static final Properties ENGLISH = read("en");
    private static final Properties GERMAN = read("de");

    private Texts() {}

    public static String en(String key, Object... arguments) {
        return format(ENGLISH, Locale.ENGLISH, key, arguments);
    }

    public static String de(String key, Object... arguments) {
        return format(GERMAN, Locale.GERMAN, key, arguments);
    }

    /** A text of the account console, which uses a different format. */
    public static String raw(String key) {
        return ENGLISH.getProperty(key, "no text " + key);
    }

    private static String format(Properties texts, Locale locale, String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new AssertionError("No text " + key);
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static Properties read(String locale) {
        String entry = "theme-resources/messages/messages_" + locale + ".properties";
        try (ZipFile jar = new ZipFile(System.getProperty("msp.mfa.jar"));
                var reader = new InputStreamReader(jar.getInputStream(jar.getEntry(entry)), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
