// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The official distribution as a process on this machine, on free ports of the loopback address. */
final class DistributionServer implements KeycloakServer {

    /** Ends a run whose server hangs; one that has died is noticed at once. Never reached by a slow machine. */
    private static final Duration START_LIMIT = Duration.ofMinutes(15);

    private static final String HOSTNAME = "--hostname=";
    private static final String DATABASE = "--db-url=";

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(200);

    private final Installation installation;
    private final List<String> arguments;
    private final URI base;
    private final URI health;
    private final Path output;
    private Process process;

    private DistributionServer(String name, Installation installation, Stream<String> command, List<String> more)
            throws IOException {
        int port = freePort();
        int management = freePort();
        this.installation = installation;
        base = URI.create("http://localhost:" + port);
        health = URI.create("http://127.0.0.1:" + management + "/health/ready");
        output = Settings.servers().resolve(name + ".log");
        arguments = Stream.of(
                        command,
                        Stream.of(
                                "--http-enabled=true",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-port=" + management,
                                "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                                        + base.toString().replace("localhost", "127.0.0.1")
                                        + CIBA_CHANNEL,
                                "--log-level=INFO,io.mspmfa:TRACE,io.mspmfa.libraries:INFO"),
                        more.stream(),
                        says(more, HOSTNAME) ? Stream.<String>of() : Stream.of(HOSTNAME + base),
                        says(more, DATABASE) ? Stream.<String>of() : Databases.passing(name).stream())
                .flatMap(part -> part)
                .toList();
        Files.deleteIfExists(output);
        process = installation.run(output, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        awaitReady();
    }

    /** With further options. */
    static DistributionServer start(String name, Kit kit, List<String> options) {
        try {
            Stream<String> command = Stream.of("start", "--optimized");
            return new DistributionServer(name, Installation.of(name, kit), command, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in development mode, in which the server builds itself when it starts. */
    static DistributionServer startInDevelopment(String name, Kit kit, List<String> options) {
        try {
            Installation installation = Installation.of(name, kit);
            Stream<String> command = Stream.concat(Stream.of("start-dev"), installation.options());
            return new DistributionServer(name, installation, command, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    }

    @Override
    public void restart() {
        // the script ends with the server that it has started, and must not end before it
        process.descendants().forEach(ProcessHandle::destroy);
        process.onExit().join();
        try {
            process = installation.run(output, arguments);
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String testHost() {
        return "localhost";
    }

    private static boolean says(List<String> options, String start) {
        return options.stream().anyMatch(option -> option.startsWith(start));
    }

    private void awaitReady() throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!ready(client, health)) {
            if (Instant.now().isAfter(deadline) || exited()) {
                stop();
                throw new IOException("Keycloak did not start:\n" + log());
            }
        }
    }

    /** Waits for the process to exit instead of sleeping: a server that can't start is reported at once. */
    private boolean exited() throws IOException {
        try {
            return process.waitFor(BETWEEN_POLLS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Keycloak starts", e);
        }
    }

    private static boolean ready(HttpClient client, URI health) throws IOException {
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Keycloak starts", e);
        }
    }

    /** A port of the loopback address that nobody uses at the moment. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
