// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.language;

import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.core.sentences.Sentence;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of sentences, in ten languages. They belong to no theme, and no realm can change them. */
public final class Wording {
    /** The languages that there are words in. */
    public static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "nl", "pt-BR", "pl", "ja", "ar")
            .map(Locale::forLanguageTag)
            .toList();

    private static final String BUNDLE = "io.mspmfa.providers.language.sentences";
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** More is not a header that a browser sends. */
    private static final int LONGEST_HEADER = 200;

    private Wording() {}

    /**
     * A sentence in one of {@link #LANGUAGES}. Numbers are written as is usual in the language, but always with the
     * digits 0 to 9, as are the names and codes of the API around them.
     */
    public static String of(Sentence sentence, Locale language) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language, Wording.class.getClassLoader(), NO_OTHER)
                .getString(sentence.kind().key());
        Locale digits = Locale.forLanguageTag(language.toLanguageTag() + "-u-nu-latn");
        return new MessageFormat(pattern, digits)
                .format(sentence.params().values().stream()
                        .map(Wording::argument)
                        .toArray());
    }

    /** Problems in one English sentence, for a log or for an answer that has no room for a list. */
    public static String english(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> problem.field().isEmpty() ? reason(problem) : problem.field() + ": " + reason(problem))
                .collect(Collectors.joining("; "));
    }

    private static String reason(FieldProblem problem) {
        return of(problem.reason(), Locale.ENGLISH);
    }

    /**
     * The language that a client would read most gladly (RFC 9110, 12.5.4); English if there is none.
     *
     * @param header {@code Accept-Language}, whatever the client sent
     */
    public static Locale wanted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return Locale.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Wording::closest)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** For de-AT the words in de, and for any pt those in pt-BR: there is one file for each language. */
    private static @Nullable Locale closest(Locale.LanguageRange range) {
        String language = range.getRange().split("-", 2)[0];
        return LANGUAGES.stream()
                .filter(ours -> ours.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }

    private static Object argument(Object value) {
        if (value instanceof Number) {
            return value;
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
