// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.images.PullPolicy;

/** The same server in a container, as prepared by {@code run-in-testcontainers}. */
final class ContainerServer implements KeycloakServer {

    /** The machine that runs the tests. */
    static final String TESTS = "tests";

    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private final KeycloakContainer container;

    private ContainerServer(KeycloakContainer container) {
        this.container = container;
    }

    @SuppressWarnings("resource") // the server is this container; stop() ends it
    static ContainerServer start(List<Path> providers, Map<String, String> options) {
        KeycloakContainer container = new KeycloakContainer("quay.io/keycloak/keycloak:" + Settings.keycloakVersion())
                .withProviderLibsFrom(providers.stream().map(Path::toFile).toList())
                .withAdminUsername(ADMIN)
                .withAdminPassword(ADMIN)
                .withEnv("KC_LOG_LEVEL", "INFO,io.mspmfa:TRACE")
                .withEnv(
                        "KC_SPI_CIBA_AUTH_CHANNEL__CIBA_HTTP_AUTH_CHANNEL__HTTP_AUTHENTICATION_CHANNEL_URI",
                        "http://127.0.0.1:8080" + CIBA_CHANNEL)
                .withExtraHost(TESTS, "host-gateway")
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withStartupTimeout(START_LIMIT);
        options.forEach((name, value) ->
                container.withEnv("KC_" + name.replace('-', '_').toUpperCase(Locale.ROOT), value));
        var server = new ContainerServer(container);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        container.start();
        return server;
    }

    @Override
    public URI base() {
        return URI.create("http://localhost:" + container.getHttpPort());
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("A restarted container has another port");
    }

    @Override
    public String testHost() {
        return TESTS;
    }
}
