// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Java refers to templates and messages by strings; this compares them with what exists. */
class PagesTest {
    private static final String TEMPLATES = "theme-resources/templates/";
    private static final Pattern TEMPLATE = Pattern.compile("msp-mfa-[a-z-]+\\.ftl");

    /**
     * A key, or its constant prefix: in concatenations, it is followed by \1 in Java, and by a quote and + in
     * FreeMarker.
     */
    private static final Pattern KEY = Pattern.compile("\\b(mspMfa[A-Z][A-Za-z0-9]*)(\u0001|[\"']\\s*\\+)?");

    @Test
    void eachTemplateReferredToExists() {
        Set<String> named = find(TEMPLATE);
        assertThat(named).isNotEmpty().isSubsetOf(templates());
    }

    @Test
    void eachTemplateIsNamed() {
        assertThat(find(TEMPLATE)).containsAll(templates());
    }

    @Test
    void eachKeyIsPrefixed() {
        assertThat(Texts.PAGES.keys("en")).isNotEmpty().allMatch(key -> key.matches("mspMfa[A-Z].*|msp-.+"));
    }

    @Test
    void eachKeyNamedHasAText() {
        assertThat(find(KEY)).isNotEmpty().allMatch(PagesTest::hasText);
    }

    @Test
    void eachTextIsUsed() {
        Set<String> beginnings = beginnings();
        List<String> contents = named();
        assertThat(Texts.PAGES.keys("en").stream()
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .filter(key -> contents.stream().noneMatch(contains(key))))
                .isEmpty();
    }

    /** Everything that refers to templates and messages. Scripts get their texts from the page. */
    private static List<String> named() {
        return PackedJar.files(".+\\.(class|ftl)").stream()
                .map(PackedJar.File::strings)
                .toList();
    }

    /** By name: the two templates of an e-mail have the same name, in the folders {@code html} and {@code text}. */
    private static Set<String> templates() {
        return PackedJar.files(TEMPLATES + ".+\\.ftl").stream()
                .map(file -> file.name().replaceFirst(".*/", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> find(Pattern pattern) {
        return named().stream()
                .flatMap(content -> pattern.matcher(content).results())
                .filter(match -> !isBeginning(match))
                .map(match -> match.groupCount() > 0 ? match.group(1) : match.group())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> beginnings() {
        return named().stream()
                .flatMap(content -> KEY.matcher(content).results())
                .filter(PagesTest::isBeginning)
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean isBeginning(MatchResult match) {
        return match.groupCount() > 1 && match.group(2) != null;
    }

    private static Predicate<String> contains(String key) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + "(?![\\w-])")
                .asPredicate();
    }

    private static boolean hasText(String key) {
        return Texts.PAGES.keys("en").contains(key);
    }
}
