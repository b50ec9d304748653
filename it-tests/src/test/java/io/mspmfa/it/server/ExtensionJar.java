// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The JAR of another extension, compiled against the packed JAR and the distribution, as somebody else would. These tests
 * themselves see none of our classes.
 */
public final class ExtensionJar {
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> services = new TreeMap<>();

    /** Adds a class without a package, which offers a service. */
    public ExtensionJar with(String name, String source, String service) {
        sources.put(name, source);
        services.merge(service, name, (others, other) -> others + "\n" + other);
        return this;
    }

    Path writeTo(Path jar) {
        try {
            Path classes = Files.createTempDirectory("extension");
            compileTo(classes);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.list(classes)) {
                for (Path file : files.toList()) {
                    add(out, file.getFileName().toString(), Files.readAllBytes(file));
                }
                for (Map.Entry<String, String> service : services.entrySet()) {
                    byte[] names = service.getValue().getBytes(StandardCharsets.UTF_8);
                    add(out, "META-INF/services/" + service.getKey(), names);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compileTo(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", classes.toString(), "-proc:none", "-classpath", classPath());
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        StringWriter messages = new StringWriter();
        if (!compiler.getTask(messages, null, null, options, null, units).call()) {
            throw new IOException("The extension can't be compiled: " + messages);
        }
    }

    private static String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(Settings.distribution().resolve("lib/lib/main"))) {
            return Stream.concat(Stream.of(Settings.packedJar()), libraries)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
