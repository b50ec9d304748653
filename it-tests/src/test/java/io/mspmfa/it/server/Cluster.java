// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two nodes with one database and Keycloak's distributed caches, which to browsers are one server with the address of the
 * first. What is not sent to a certain node goes to the first one.
 */
public final class Cluster implements KeycloakServer {
    private static final String NAME = "node-";

    private final DistributionServer first;
    private final DistributionServer second;

    private Cluster(DistributionServer first, DistributionServer second) {
        this.first = first;
        this.second = second;
    }

    static Cluster start(Kit kit, List<String> options) {
        List<String> shared = Stream.concat(Databases.shared(NAME + 1).stream(), options.stream())
                .toList();
        DistributionServer first = node(1, kit, shared, List.of());
        return new Cluster(first, node(2, kit, shared, List.of("--hostname=" + first.base())));
    }

    private static DistributionServer node(int number, Kit kit, List<String> options, List<String> own) {
        Stream<String> caches = Stream.of(
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + DistributionServer.freePort(),
                // next to the port of the node, which would be too high with the usual offset
                "-Djgroups.fd.port-offset=1");
        return DistributionServer.start(
                NAME + number,
                kit,
                Stream.of(caches, options.stream(), own.stream())
                        .flatMap(part -> part)
                        .toList());
    }

    @Override
    public URI base() {
        return first.base();
    }

    @Override
    public List<URI> nodes() {
        return List.of(first.base(), second.base());
    }

    /** The node that doesn't keep the database. */
    public KeycloakServer second() {
        return second;
    }

    @Override
    public String log() {
        return first.log() + second.log();
    }

    @Override
    public void stop() {
        second.stop();
        first.stop();
    }

    /** One after the other. */
    @Override
    public void restart() {
        second.stop();
        first.restart();
        second.restart();
    }

    @Override
    public String testHost() {
        return first.testHost();
    }
}
