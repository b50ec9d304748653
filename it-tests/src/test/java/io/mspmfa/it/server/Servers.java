// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import io.mspmfa.it.sms.Gateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts servers. The shared ones run until the JVM ends. */
public final class Servers {

    private static final String GATEWAY = "spi-msp-mfa-sms--provider";

    private static @Nullable KeycloakServer shared;
    private static @Nullable KeycloakServer stock;

    private Servers() {}

    /** The server with the packed JAR, which sends text messages by {@link Gateway}: one for all classes that run in this JVM. */
    public static synchronized KeycloakServer shared() {
        KeycloakServer server = shared;
        if (server == null) {
            server = Settings.inContainer()
                    ? ContainerServer.start(withJar(), byGateway(ContainerServer.TESTS))
                    : withOptions("with-jar");
            shared = server;
        }
        return server;
    }

    /** A server like the shared one whose database outlives it; the caller stops it. */
    public static KeycloakServer withDatabase() {
        return withOptions("with-database", Databases.lasting("with-database").toArray(String[]::new));
    }

    /** A server like the shared one with further options; the caller stops it. */
    public static KeycloakServer withOptions(String name, String... options) {
        return withOptions(name, Gateway.shared(), options);
    }

    /** The same, with another service that delivers text messages. */
    public static KeycloakServer withOptions(String name, Gateway gateway, String... options) {
        return DistributionServer.start(
                name,
                new Kit("with-jar", withJar(), List.of("--" + GATEWAY + "=http")),
                Stream.concat(gatewayOptions(gateway), Stream.of(options)).toList());
    }

    /**
     * A server with the packed JAR and Keycloak's vault of files that sends text messages in another way; the caller
     * stops it.
     *
     * @param gateway the name of the gateway; empty for none
     */
    public static KeycloakServer withGateway(String gateway, String... options) {
        Kit kit = kitWithGateway(gateway);
        return DistributionServer.start(kit.name(), kit, List.of(options));
    }

    private static Kit kitWithGateway(String gateway) {
        Stream<String> choice = gateway.isEmpty() ? Stream.of() : Stream.of("--" + GATEWAY + "=" + gateway);
        List<String> build = Stream.concat(choice, Stream.of("--vault=file")).toList();
        return new Kit("gateway-" + gateway, withJar(), build);
    }

    /** The same in development mode, as {@code kc.sh start-dev} starts it. */
    public static KeycloakServer inDevelopment(String gateway) {
        return DistributionServer.startInDevelopment("development-" + gateway, kitWithGateway(gateway), List.of());
    }

    /** The server without our JAR: one for all here who compare. */
    public static synchronized KeycloakServer stock() {
        KeycloakServer server = stock;
        if (server == null) {
            List<Path> providers = List.of(Settings.testProviders());
            server = Settings.inContainer()
                    ? ContainerServer.start(providers, Map.of())
                    : DistributionServer.start("stock", new Kit("stock", providers, List.of()), List.of());
            stock = server;
        }
        return server;
    }

    private static Map<String, String> byGateway(String host) {
        Map<String, String> options = new TreeMap<>(Gateway.shared().options(host));
        options.put(GATEWAY, "http");
        return options;
    }

    /** A server like the shared one with another extension; the caller stops it. */
    public static KeycloakServer withExtension(String name, ExtensionJar extension, String... options) {
        Path jar = extension.writeTo(Settings.target().resolve(name + ".jar"));
        List<Path> providers = Stream.concat(withJar().stream(), Stream.of(jar)).toList();
        return DistributionServer.start(
                name,
                new Kit(name, providers, List.of("--" + GATEWAY + "=http")),
                Stream.concat(gatewayOptions(Gateway.shared()), Stream.of(options))
                        .toList());
    }

    private static Stream<String> gatewayOptions(Gateway gateway) {
        return gateway.options("localhost").entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue());
    }

    /** Two nodes of one cluster, with one database; the caller stops them. */
    public static Cluster cluster(String... options) {
        Kit kit = new Kit("cluster", withJar(), "ispn", List.of("--" + GATEWAY + "=http"));
        return Cluster.start(
                kit,
                Stream.concat(gatewayOptions(Gateway.shared()), Stream.of(options))
                        .toList());
    }

    private static List<Path> withJar() {
        Path jar = Settings.packedJar();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The packed JAR is missing, build the bundle first: " + jar);
        }
        return List.of(jar, Settings.testProviders());
    }
}
