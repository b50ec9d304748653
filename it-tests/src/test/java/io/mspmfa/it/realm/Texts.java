// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;

/** The texts in the packed JAR by message key, so that tests can distinguish messages without knowing their wording. */
public final class Texts {

    private static final Map<String, Properties> TEXTS = new ConcurrentHashMap<>();

    private Texts() {}

    public static String en(String key, Object... arguments) {
        return in("en", key, arguments);
    }

    public static String de(String key, Object... arguments) {
        return in("de", key, arguments);
    }

    /** A text of the account console, which uses a different format. */
    public static String raw(String key) {
        return texts("en").getProperty(key, "no text " + key);
    }

    /** @param language as in BCP 47 */
    public static String in(String language, String key, Object... arguments) {
        String pattern = texts(language).getProperty(key);
        if (pattern == null) {
            throw new AssertionError("No text " + key);
        }
        return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
    }

    private static Properties texts(String language) {
        return TEXTS.computeIfAbsent(language, Texts::read);
    }

    private static Properties read(String language) {
        String entry = "theme-resources/messages/messages_" + language.replace('-', '_') + ".properties";
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
