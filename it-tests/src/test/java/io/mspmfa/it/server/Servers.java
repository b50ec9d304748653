// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts servers. The shared ones run until the JVM ends. */
public final class Servers {

    private static final String WITH_JAR = "with-jar";

    private static @Nullable KeycloakServer shared;
    private static @Nullable KeycloakServer stock;

    private Servers() {}

    /** The server with the packed JAR: one for all classes that run in this JVM. */
    public static synchronized KeycloakServer shared() {
        KeycloakServer server = shared;
        if (server == null) {
            server = start(WITH_JAR, withJar());
            shared = server;
        }
        return server;
    }

    /** A server with the packed JAR whose database outlives it; the caller stops it. */
    public static KeycloakServer withDatabase() {
        return DistributionServer.startWithDatabase("with-database", WITH_JAR, withJar());
    }

    /** A server with the packed JAR and further options; the caller stops it. */
    public static KeycloakServer withOptions(String name, String... options) {
        return DistributionServer.start(name, WITH_JAR, withJar(), List.of(options));
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

    private static List<Path> withJar() {
        Path jar = Settings.packedJar();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The packed JAR is missing, build the bundle first: " + jar);
        }
        return List.of(jar, Settings.testProviders());
    }

    private static KeycloakServer start(String name, List<Path> providers) {
        return Settings.inContainer() ? ContainerServer.start(providers) : DistributionServer.start(name, providers);
    }
}
