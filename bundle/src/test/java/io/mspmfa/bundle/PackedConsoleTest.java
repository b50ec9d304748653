// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The console in the JAR, as npm has built it. Without it, a JAR can't pass. */
class PackedConsoleTest {
    private static final String FOLDER = "msp-mfa-console/";
    private static final String ASSETS = FOLDER + "assets/";

    /** Those whose media type the server knows; scripts and styles are compressed. */
    private static final String SERVED = "[\\w-]+(\\.[\\w-]+)*\\.(js\\.gz|css\\.gz|woff2|svg|png)";

    /** Names of XML namespaces and of documentation, which nobody fetches. */
    private static final String NAMES_ONLY =
            "www\\.w3\\.org/|react\\.dev/|reactjs\\.org/|reactrouter\\.com/|github\\.com/|fb\\.me/|redux\\.js\\.org/"
                    + "|www\\.keycloak\\.org/|developer\\.mozilla\\.org/|tanstack\\.com/|www\\.i18next\\.com/|locize\\.com|www\\.patternfly\\.org/|localhost";

    @Test
    void theServersListNamesExactlyTheFilesThatArePacked() {
        List<String> listed = file("assets\\.txt").text().lines().sorted().toList();

        assertThat(PackedJar.files(ASSETS + ".+"))
                .extracting(packed -> packed.name().substring(ASSETS.length()))
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(listed)
                .allMatch(name -> name.matches(SERVED), "has a type that the server knows")
                .anyMatch(name -> name.endsWith(".js.gz"))
                .anyMatch(name -> name.endsWith(".css.gz"))
                .anyMatch(name -> name.endsWith(".woff2"));
    }

    @Test
    void thePageHasOnePlaceForTheEnvironmentAndNoScriptOfItsOwn() {
        String page = file("index\\.html").text();

        assertThat(page.split(Pattern.quote("{\"placeholder\":\"environment\"}"), -1))
                .hasSize(2);
        assertThat(Pattern.compile("<script\\b([^>]*)>").matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(attributes ->
                        attributes.contains("src=\"./assets/") || attributes.contains("type=\"application/json\""));
        assertThat(page).doesNotContain(" style=", " onload=", "//cdn");
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        Pattern address = Pattern.compile("https?://(?!" + NAMES_ONLY + ")[a-z0-9][a-z0-9.-]*[^\"'`\\s)]*");

        assertThat(sources()
                        .flatMap(source -> address.matcher(source).results())
                        .map(found -> found.group())
                        .distinct())
                .isEmpty();
        assertThat(sources()).noneMatch(source -> source.contains("sourceMappingURL"));
    }

    @Test
    void theLicencesOfWhatIsPackedComeWithIt() {
        String licences = PackedJar.files("META-INF/msp-mfa-console/licences\\.txt")
                .get(0)
                .text();

        assertThat(licences)
                .contains(
                        "react 18",
                        "keycloak-js 26",
                        "@patternfly/react-core 5",
                        "Red Hat Text",
                        "SIL OPEN FONT LICENSE")
                .contains("Permission is hereby granted, free of charge");
        assertThat(PackedJar.files("META-INF/NOTICE").get(0).text()).contains("META-INF/msp-mfa-console/licences.txt");
    }

    private static PackedJar.File file(String regex) {
        return PackedJar.files(FOLDER + regex).get(0);
    }

    /** Scripts and styles, inflated. */
    private static Stream<String> sources() {
        return PackedJar.files(ASSETS + ".+\\.gz").stream().map(PackedConsoleTest::inflated);
    }

    private static String inflated(PackedJar.File file) {
        byte[] bytes = file.latin1().getBytes(StandardCharsets.ISO_8859_1);
        try (var content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
