// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The JAR as shipped. Maven provides its name, and puts it on the class path in place of the modules. */
final class PackedJar {
    static final Path PATH = Path.of(System.getProperty("packed.jar"));

    /** Ours, without those of the libraries. */
    static final JavaClasses CLASSES = classes();

    /** Where the libraries are. */
    static final String LIBRARIES = "io/mspmfa/libraries/";

    private PackedJar() {}

    /** A file in the JAR, as one char for each byte. */
    record File(String name, String latin1) {
        String text() {
            return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        /** The content with each string of a class on a line of its own (JVMS 4.4.7: tag 1, two bytes of length). */
        String strings() {
            return name.endsWith(".class") ? latin1.replaceAll("(?s)\u0001\u0000.", "\n") : text();
        }
    }

    /** All entries in order, including folders. */
    static List<ZipEntry> entries() {
        try (JarFile jar = new JarFile(PATH.toFile())) {
            return jar.stream().map(ZipEntry.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files whose name matches the regular expression. */
    static List<File> files(String regex) {
        try (JarFile jar = new JarFile(PATH.toFile())) {
            Stream<File> files = jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().matches(regex))
                    .map(entry -> new File(entry.getName(), read(jar, entry)));
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClasses classes() {
        try (JarFile jar = new JarFile(PATH.toFile())) {
            return new ClassFileImporter()
                    .withImportOption(location -> !location.contains(LIBRARIES))
                    .importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(JarFile jar, ZipEntry entry) {
        try (var content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
