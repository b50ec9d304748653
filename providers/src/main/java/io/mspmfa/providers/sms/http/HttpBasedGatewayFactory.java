// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.options.KeycloakTrust;
import io.mspmfa.providers.sms.options.OptionedGatewayFactory;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

/** Gateways that are called by HTTP. They share one client, so that connections are used again. */
abstract class HttpBasedGatewayFactory extends OptionedGatewayFactory<HttpSettings> {
    private static final Logger LOG = Logger.getLogger(HttpBasedGatewayFactory.class);
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final WaitingPlaces places = new WaitingPlaces();
    private @Nullable HttpClient client;

    @Override
    public SmsGateway create(KeycloakSession session) {
        Map<String, String> headers = settings().headers().stream()
                .collect(Collectors.toMap(HttpHeader::name, header -> header.value(this::valueOf)));
        return new HttpGateway(client(session), settings(), headers, places);
    }

    private synchronized HttpClient client(KeycloakSession session) {
        if (client == null) {
            client = HttpGateway.client(settings(), KeycloakTrust.of(session));
        }
        return client;
    }

    /** An address to call. Says in the log if whoever is on the way can read the codes. */
    final URI address(String name, String value) {
        URI address;
        try {
            address = URI.create(value);
        } catch (IllegalArgumentException e) {
            throw refusal(name, "is not an address");
        }
        if (!SCHEMES.contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw refusal(name, "is not an address that begins with https:// or http://");
        }
        if (address.getScheme().equals("http") && !isThisMachine(address.getHost())) {
            LOG.warnf(
                    "The SMS gateway %s is called without encryption: use an address that begins with https://",
                    LogText.of(getId()));
        }
        return address;
    }

    /** Where the option {@code proxy} points to; null if it is not set. */
    final @Nullable InetSocketAddress proxy(Config.Scope options) {
        return optional(options, "proxy").map(this::hostAndPort).orElse(null);
    }

    private InetSocketAddress hostAndPort(String value) {
        int colon = value.lastIndexOf(':');
        String port = value.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw refusal("proxy", "is not a host and a port, such as proxy.example.org:3128");
        }
        // resolved with each connection, because addresses change
        return InetSocketAddress.createUnresolved(value.substring(0, colon), Integer.parseInt(port));
    }

    /** Only for names that can't mean another machine, so without asking a name server. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
