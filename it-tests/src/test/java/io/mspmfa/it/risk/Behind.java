// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server behind a proxy that overwrites {@code X-Forwarded-For}: the tests play the proxy. One for all classes here. */
public final class Behind {
    /** The user's own network. */
    public static final String HOME = "203.0.113.7";

    /** Another address of it. */
    public static final String HOME_TOO = "203.0.113.200";

    public static final String CAFE = "198.51.100.1";
    public static final String FAR_AWAY = "192.0.2.77";

    private static @Nullable KeycloakServer server;

    private Behind() {}

    static synchronized KeycloakServer aProxy() {
        KeycloakServer running = server;
        if (running == null) {
            running = Servers.withOptions("behind-proxy", options());
            server = running;
        }
        return running;
    }

    /** For a server of its own, with these too. */
    public static String[] options(String... more) {
        return Stream.concat(
                        Stream.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.0/8,::1"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The proxy speaks HTTP here, which Keycloak only allows to addresses of this machine unless the realm does. */
    public static void letIn(Tenant tenant, Policy policy) {
        tenant.change(realm -> realm.put("sslRequired", "none"));
        tenant.setPolicy(policy);
    }
}
