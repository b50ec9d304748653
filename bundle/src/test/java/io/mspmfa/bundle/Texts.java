// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts of pages and e-mails in the packed JAR. */
final class Texts {
    private static final String MESSAGES = "theme-resources/messages/messages_";
    private static final String SUFFIX = ".properties";

    private Texts() {}

    /** The languages of the files, as in their names: {@code en}, {@code pt_BR}. */
    static List<String> languages() {
        return PackedJar.files(MESSAGES + ".+\\" + SUFFIX).stream()
                .map(file ->
                        file.name().substring(MESSAGES.length(), file.name().length() - SUFFIX.length()))
                .sorted()
                .toList();
    }

    static Set<String> keys(String language) {
        return new TreeSet<>(in(language).stringPropertyNames());
    }

    static Properties in(String language) {
        Properties texts = new Properties();
        for (PackedJar.File file : PackedJar.files(MESSAGES + language + "\\" + SUFFIX)) {
            try {
                texts.load(new StringReader(file.text()));
            } catch (IOException e) {
                throw new AssertionError(file.name(), e);
            }
        }
        return texts;
    }
}
