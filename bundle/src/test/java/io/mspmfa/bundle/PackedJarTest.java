// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the JAR must contain, and what it must not. */
class PackedJarTest {
    /** Written by hand from what a Keycloak extension may contain; anything else is there by mistake. */
    private static final String EXPECTED = "io/mspmfa/(?!demo/|libraries/).+\\.class"
            + "|io/mspmfa/libraries/(jsmpp|maxmind|phonenumbers)/.+\\.class"
            + "|io/mspmfa/libraries/phonenumbers/data/[A-Z][A-Za-z]+Proto_[A-Z0-9]+"
            + "|io/mspmfa/providers/language/sentences_[a-z]{2}(_[A-Z]{2})?\\.properties"
            + "|theme-resources/(templates|messages|resources)/.+"
            + "|theme/msp/.+"
            + "|msp-mfa-console/(index\\.html|assets\\.txt|assets/[\\w.-]+)"
            + "|META-INF/msp-mfa-console/licences\\.txt"
            + "|META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|sbom/msp-mfa\\.cdx\\.json|beans\\.xml|keycloak-themes\\.json|msp-mfa-[a-z0-9.-]+\\.xml|services/.+)";

    private static final List<String> MODULES =
            List.of("core", "providers", "authenticators", "themes", "console", "bundle");

    @Test
    void holdsOnlyWhatIsOurs() {
        assertThat(PackedJar.files(".*"))
                .extracting(PackedJar.File::name)
                .hasSizeGreaterThan(50)
                .allMatch(name -> name.matches(EXPECTED), "is ours");
    }

    @Test
    void holdsEachFileOnce() {
        assertThat(PackedJar.entries()).extracting(ZipEntry::getName).doesNotHaveDuplicates();
    }

    /** Shading keeps one of two files with the same path, and mentions it only where nobody looks. */
    @Test
    void noTwoModulesContainTheSameFile() throws IOException {
        assertThat(MODULES.stream().flatMap(PackedJarTest::filesOf))
                .filteredOn(name -> !name.startsWith("META-INF/services/"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** So that copying "*.jar" copies this one and nothing else. */
    @Test
    void liesAloneInItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(PackedJar.PATH.toAbsolutePath().getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")))
                    .containsExactly(PackedJar.PATH.toAbsolutePath());
        }
    }

    @Test
    void carriesTheLicence() {
        assertThat(PackedJar.files("META-INF/LICENSE"))
                .singleElement()
                .satisfies(licence -> assertThat(licence.text()).contains("Apache License", "Version 2.0"));
    }

    /** Another extension may bring another version of a library. With dots, maxmind-db names its classes in messages only. */
    @Test
    void librariesAreRelocatedWithTheNamesOfTheirClassesAndFiles() {
        assertThat(PackedJar.files(PackedJar.LIBRARIES + ".+"))
                .hasSizeGreaterThan(500)
                .noneMatch(file ->
                        file.latin1().matches("(?s).*(com[./]google[./]i18n[./]|org[./]jsmpp[./]|com/maxmind/).*"));
        assertThat(PackedJar.files("io/mspmfa/(?!libraries/).+\\.class"))
                .noneMatch(file -> file.latin1().matches("(?s).*(com/google/i18n|org/jsmpp|com/maxmind)/.*"));
    }

    @Test
    void eachLibraryIsInTheNoticeAndInTheListOfParts() throws IOException {
        String notice = PackedJar.files("META-INF/NOTICE").get(0).text();
        JsonNode parts = new ObjectMapper()
                .readTree(PackedJar.files("META-INF/sbom/.+").get(0).text());

        assertThat(notice).contains("libphonenumber", "jSMPP", "MaxMind", "Apache License, Version 2.0");
        assertThat(parts.path("bomFormat").textValue()).isEqualTo("CycloneDX");
        assertThat(parts.at("/metadata/component/version").textValue()).isEqualTo(System.getProperty("packed.version"));
        assertThat(parts.path("components").findValuesAsText("purl"))
                .containsExactly(
                        "pkg:maven/com.googlecode.libphonenumber/libphonenumber@%s?type=jar"
                                .formatted(System.getProperty("libphonenumber.version")),
                        "pkg:maven/org.jsmpp/jsmpp@%s?type=jar".formatted(System.getProperty("jsmpp.version")),
                        "pkg:maven/com.maxmind.db/maxmind-db@%s?type=jar"
                                .formatted(System.getProperty("maxmind-db.version")));
    }

    @Test
    void manifestNamesTheVersion() throws IOException {
        Attributes attributes;
        try (JarFile jar = new JarFile(PackedJar.PATH.toFile())) {
            attributes = jar.getManifest().getMainAttributes();
        }
        assertThat(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .isEqualTo(System.getProperty("packed.version"));
        assertThat(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE)).isNotBlank();
    }

    /** Whether the same sources always give the same bytes can only be shown by a second build. */
    @Test
    void nothingRevealsWhenOrWhereItWasBuilt() {
        // the libraries keep the times of their own JARs
        assertThat(PackedJar.entries())
                .filteredOn(entry -> !entry.getName().startsWith(PackedJar.LIBRARIES))
                .extracting(ZipEntry::getLastModifiedTime)
                .containsOnly(PackedJar.entries().get(0).getLastModifiedTime());
        String manifest = PackedJar.files("META-INF/MANIFEST\\.MF").get(0).text();
        assertThat(manifest).doesNotContain("Build-Jdk", "Built-By", "Created-By");
        assertThat(PackedJar.files(".*/pom\\.(properties|xml)")).isEmpty();
    }

    private static Stream<String> filesOf(String module) {
        Path classes = Path.of("..", module, "target", "classes");
        if (Files.notExists(classes)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
