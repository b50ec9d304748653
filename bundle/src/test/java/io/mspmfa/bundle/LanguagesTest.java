// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every translation has to be, whoever makes it. */
class LanguagesTest {
    private static final List<String> TEN = List.of("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR");

    /** What may be lost or added in a translation, and would be seen only on the page. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}|</?\\w+[^>]*>|\\$\\{[^}]*}");

    /** MessageFormat swallows an apostrophe that stands alone, and takes what follows as it is. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    /** Longer texts than this are sentences, which no two of our languages share. */
    private static final int LONGEST_SHARED = 14;

    private static final Set<String> OF_CONSOLE =
            Set.of("mspMfaBackupCodesRemaining", "mspMfaUnreadableTitle", "mspMfaUnreadableHelp");

    private static final String GSM_LETTERS = "àäåæÆÄÅÇèéÉìñÑòöøÖØùüÜß¡¿";

    static List<String> languages() {
        return TEN;
    }

    static List<Arguments> files() {
        return Arrays.stream(Texts.values())
                .flatMap(texts -> TEN.stream().map(language -> Arguments.of(texts, language)))
                .toList();
    }

    static List<Arguments> translations() {
        return files().stream().filter(file -> !file.get()[1].equals("en")).toList();
    }

    @ParameterizedTest
    @EnumSource
    void X16_thereAreTenLanguages(Texts texts) {
        assertThat(texts.languages()).isEqualTo(TEN);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void X16_eachLanguageHasTheSameKeys(Texts texts, String language) {
        assertThat(texts.keys(language)).isEqualTo(texts.keys("en"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void X16_eachTextCanBeFormatted(Texts texts, String language) {
        Properties all = texts.in(language);
        Stream<String> keys = all.stringPropertyNames().stream().filter(key -> !isOfConsole(key));
        assertThat(keys).allSatisfy(key -> {
            String text = all.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContainPattern(LONE_APOSTROPHE);
            assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4}))
                    .as(key)
                    .isNotBlank();
        });
    }

    /** Keycloak's account console formats these, in another way. */
    private static boolean isOfConsole(String key) {
        return key.startsWith("msp-") || OF_CONSOLE.contains(key);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void X16_eachTranslationHasThePlaceholdersOfTheEnglishText(Texts texts, String language) {
        Properties english = texts.in("en");
        Properties translated = texts.in(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void X16_noSentenceIsLeftInEnglish(Texts texts, String language) {
        Properties english = texts.in("en");
        Properties translated = texts.in(language);
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> english.getProperty(key).length() > LONGEST_SHARED)
                .noneMatch(key -> english.getProperty(key).equals(translated.getProperty(key)));
    }

    /** Screen readers pronounce, and browsers lay out, by these two. */
    @ParameterizedTest
    @MethodSource("languages")
    void X16_eachFileNamesItsLanguageAndDirection(String language) {
        Properties texts = Texts.PAGES.in(language);
        assertThat(texts.getProperty("mspMfaLanguage")).isEqualTo(language.replace('_', '-'));
        assertThat(texts.getProperty("mspMfaTextDirection")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }

    /** With any other letter, a text message has room for 70 characters instead of 160 (3GPP TS 23.038, 6.2.1). */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "es", "fr", "it", "nl", "pl", "pt_BR"})
    void X16_aTextMessageIsWrittenInLettersOfTheShortAlphabet(String language) {
        String text = Texts.PAGES.in(language).getProperty("mspMfaSmsText");
        assertThat(text.replaceAll("\\{\\d}", "")).matches("[A-Za-z0-9 .,:;!?'()\"&/+-" + GSM_LETTERS + "]+");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                // the words of a choice are the translator's
                .map(found -> found.replaceAll("(?s)^\\{(\\d),choice,.*", "{$1}"))
                .collect(toCollection(TreeSet::new));
    }
}
