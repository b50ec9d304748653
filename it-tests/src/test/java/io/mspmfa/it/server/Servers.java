// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts servers. The shared ones run until the JVM ends. */
public final class Servers {

    private static @Nullable KeycloakServer shared;
    private static @Nullable KeycloakServer stock;

    private Servers() {}

    /** The server with the packed JAR: one for all classes that run in this JVM. */
    public static synchronized KeycloakServer shared() {
        KeycloakServer server = shared;
        if (server == null) {
            Path jar = Settings.packedJar();
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException("The packed JAR is missing, build the bundle first: " + jar);
            }
            server = start("with-jar", List.of(jar, Settings.testProviders()));
            shared = server;
        }
        return server;
    }

    /** The server without our JAR: one for all here who compare. */
    public static synchronized KeycloakServer stock() {
        KeycloakServer server = stock;
        if (server == null) {
            server = start("stock", List.of(Settings.testProviders()));
            stock = server;
        }
        return server;
    }

    private static KeycloakServer start(String name, List<Path> providers) {
        return Settings.inContainer() ? ContainerServer.start(providers) : DistributionServer.start(name, providers);
    }
}
