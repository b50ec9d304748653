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

/** The official distribution as a process on this machine, on free ports of the loopback address. */
final class DistributionServer implements KeycloakServer {

    /** Ends a run whose server hangs; one that has died is noticed at once. Never reached by a slow machine. */
    private static final Duration START_LIMIT = Duration.ofMinutes(15);

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(200);

    private final Process process;
    private final URI base;
    private final Path output;

    private DistributionServer(Process process, URI base, Path output) {
        this.process = process;
        this.base = base;
        this.output = output;
    }

    static DistributionServer start(String name, List<Path> providers) {
        Installation installation = Installation.of(name, providers);
        Path output = Settings.servers().resolve(name + ".log");
        int port = freePort();
        int management = freePort();
        URI base = URI.create("http://localhost:" + port);
        try {
            Files.deleteIfExists(output);
            Process process = installation.run(
                    output,
                    List.of(
                            "start",
                            "--optimized",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--http-management-port=" + management,
                            "--hostname=" + base,
                            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                                    + base.toString().replace("localhost", "127.0.0.1")
                                    + CIBA_CHANNEL,
                            "--log-level=INFO,io.mspmfa:TRACE"));
            var server = new DistributionServer(process, base, output);
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.awaitReady(URI.create("http://127.0.0.1:" + management + "/health/ready"));
            return server;
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
    public String testHost() {
        return "localhost";
    }

    private void awaitReady(URI health) throws IOException {
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

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
