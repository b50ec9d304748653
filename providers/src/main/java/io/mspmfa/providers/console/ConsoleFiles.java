// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console as the build has packed them: the page, and its assets, which {@code assets.txt} lists. What
 * isn't in the list doesn't exist, so that no name in a request ever becomes a path. They are read once, some 600 kB.
 */
final class ConsoleFiles {
    private static final String FOLDER = "/msp-mfa-console/";
    private static final String LIST = "assets.txt";
    private static final String COMPRESSED = ".gz";

    /** By the end of a name. Anything else is a fault of the build, which a test of the JAR finds. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final String page;
    private final Map<String, Asset> assets = new HashMap<>();

    private ConsoleFiles(Source source) throws IOException {
        page = text(source, "index.html");
        for (String packed : text(source, LIST).split("\\s+", 0)) {
            boolean isCompressed = packed.endsWith(COMPRESSED);
            String name = isCompressed ? packed.substring(0, packed.length() - COMPRESSED.length()) : packed;
            assets.put(name, new Asset(typeOf(name), bytes(source, "assets/" + packed), isCompressed));
        }
    }

    /** Where files come from. */
    interface Source {
        /** A file; null if it is missing. */
        @Nullable InputStream open(String path);
    }

    /**
     * A file that a page loads.
     *
     * @param mediaType with the character set
     * @param packed as in the JAR
     * @param isCompressed whether that is compressed with gzip
     */
    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    record Asset(String mediaType, byte[] packed, boolean isCompressed) {
        /** For a client that takes nothing compressed. */
        byte[] inflated() {
            if (!isCompressed) {
                return packed;
            }
            try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of the JAR. */
    static ConsoleFiles packed() {
        return Packed.FILES;
    }

    /**
     * Reads all of them.
     *
     * @throws UncheckedIOException if one is missing
     */
    static ConsoleFiles of(Source source) {
        try {
            return new ConsoleFiles(source);
        } catch (IOException e) {
            throw new UncheckedIOException("The console is missing in this build", e);
        }
    }

    /** The page, in which the environment is still to be put in place. */
    String page() {
        return page;
    }

    /** An asset by the name that the page knows. */
    Optional<Asset> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static String typeOf(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(end, "application/octet-stream");
    }

    private static String text(Source source, String path) throws IOException {
        return new String(bytes(source, path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Source source, String path) throws IOException {
        try (InputStream content = source.open(path)) {
            if (content == null) {
                throw new IOException(path);
            }
            return content.readAllBytes();
        }
    }

    /** Read at the first request. */
    private static final class Packed {
        static final ConsoleFiles FILES = of(path -> ConsoleFiles.class.getResourceAsStream(FOLDER + path));
    }
}
