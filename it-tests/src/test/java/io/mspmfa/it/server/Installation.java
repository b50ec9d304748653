// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A Keycloak that one JVM of the suite has for itself. {@code kc.sh build} runs once for all of them, and once per kit. */
final class Installation {

    private static final long BUILD_MINUTES = 15;

    private final Path home;
    private final Kit kit;

    private Installation(Path home, Kit kit) {
        this.home = home;
        this.kit = kit;
    }

    /**
     * A new one.
     *
     * @param name the name of its folder
     * @param kit what is built, which several may share
     */
    static Installation of(String name, Kit kit) {
        Path kind = Settings.target().resolve("built").resolve(kind());
        var original = new Installation(kind.resolve(kit.name()), kit);
        var own = new Installation(Settings.servers().resolve(name), kit);
        try {
            original.prepareAlone();
            own.takeFrom(original);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install Keycloak in " + own.home, e);
        }
        return own;
    }

    /** Servers that share what was built: of one version, with the same features, for the same database, on the same Java. */
    private static String kind() {
        return String.join(
                "_",
                Settings.keycloakVersion(),
                Settings.features(),
                Settings.database(),
                Settings.serverJava().getFileName().toString());
    }

    /** A process of {@code kc.sh} that appends its output to the file. */
    Process run(Path output, List<String> arguments) throws IOException {
        // threads that collect garbage cost more than they gain on cores that others need; the second compiler stays,
        // because SHA-256 and RSA are ten times slower without its intrinsics
        return run(output, "-XX:-UseG1GC -XX:+UseSerialGC", arguments);
    }

    private Process run(Path output, String java, List<String> arguments) throws IOException {
        var command = Stream.concat(Stream.of("bash", home.resolve("bin/kc.sh").toString()), arguments.stream());
        var builder = new ProcessBuilder(command.toList());
        builder.environment().put("JAVA_HOME", Settings.serverJava().toString());
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g");
        builder.environment().put("JAVA_OPTS_APPEND", java);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return builder.start();
    }

    /** The other JVM that wants the same waits here, and finds it done. */
    private void prepareAlone() throws IOException {
        Files.createDirectories(home.resolveSibling("locks"));
        Path lock = home.resolveSibling("locks").resolve(home.getFileName());
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            prepare();
        }
    }

    /** What was built, and no data of an earlier server. */
    private void takeFrom(Installation original) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> old = Files.walk(home)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        copy(original.home, file -> !file.startsWith(original.home.resolve("data")));
    }

    private void prepare() throws IOException {
        Path marker = home.resolve("built-with");
        String wanted = digest(kit);
        if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
            return;
        }
        if (!Files.exists(home)) {
            Path distribution = Settings.distribution();
            // never written by the build, and 170 MB
            copy(distribution, file -> file.startsWith(distribution.resolve("lib/lib")));
        }
        install(kit.providers());
        build();
        Files.writeString(marker, wanted);
    }

    private void copy(Path other, Predicate<Path> isOnlyRead) throws IOException {
        try (Stream<Path> files = Files.walk(other)) {
            for (Path from : files.toList()) {
                Path to = home.resolve(other.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else if (isOnlyRead.test(from)) {
                    Files.createLink(to, from);
                } else {
                    Files.copy(from, to);
                }
            }
        }
    }

    private void install(List<Path> providers) throws IOException {
        Path folder = home.resolve("providers");
        try (Stream<Path> old = Files.list(folder)) {
            for (Path jar : old.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
        for (Path provider : providers) {
            Files.copy(provider, folder.resolve(provider.getFileName()));
        }
    }

    private void build() throws IOException {
        Path output = Files.createDirectories(home.resolve("data")).resolve("build.log");
        // over before the second compiler would pay
        String java = "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
        Process build =
                run(output, java, Stream.concat(Stream.of("build"), options()).toList());
        try {
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                build.destroyForcibly();
                throw new IOException("kc.sh build takes too long, see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during kc.sh build", e);
        }
        if (build.exitValue() != 0) {
            throw new IOException("kc.sh build failed:\n" + Files.readString(output));
        }
    }

    /** Of the build; a server in development mode is started with them. */
    Stream<String> options() {
        var options = Stream.of("--db=" + Settings.database(), "--health-enabled=true", "--cache=" + kit.cache());
        var features = Stream.of(Settings.features()).filter(names -> !names.isBlank());
        return Stream.of(options, features.map(names -> "--features=" + names), kit.options().stream())
                .flatMap(part -> part);
    }

    private static String digest(Kit kit) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(kit.options().toString().getBytes(StandardCharsets.UTF_8));
            for (Path file : kit.providers()) {
                sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
