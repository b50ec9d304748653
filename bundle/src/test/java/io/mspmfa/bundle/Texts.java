// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts in the packed JAR: a file for each language. */
enum Texts {
    /** Pages and e-mails. */
    PAGES("theme-resources/messages/messages_"),
    /** What the REST API says to administrators. */
    SENTENCES("io/mspmfa/providers/language/sentences_");

    private static final String SUFFIX = ".properties";

    private final String prefix;

    Texts(String prefix) {
        this.prefix = prefix;
    }

    /** The languages of the files, as in their names: {@code en}, {@code pt_BR}. */
    List<String> languages() {
        return PackedJar.files(prefix + ".+\\" + SUFFIX).stream()
                .map(file -> file.name().substring(prefix.length(), file.name().length() - SUFFIX.length()))
                .sorted()
                .toList();
    }

    Set<String> keys(String language) {
        return new TreeSet<>(in(language).stringPropertyNames());
    }

    Properties in(String language) {
        Properties texts = new Properties();
        for (PackedJar.File file : PackedJar.files(prefix + language + "\\" + SUFFIX)) {
            try {
                texts.load(new StringReader(file.text()));
            } catch (IOException e) {
                throw new AssertionError(file.name(), e);
            }
        }
        return texts;
    }
}
