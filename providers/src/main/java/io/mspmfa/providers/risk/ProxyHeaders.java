// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.risk.Network;
import io.mspmfa.providers.log.Once;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Says once where a request shows that a proxy passes on what the client says about its own address. Without the
 * address, which may be anything.
 */
final class ProxyHeaders {
    private static final Logger LOG = Logger.getLogger(ProxyHeaders.class);
    private static final Once SAID = new Once();

    private static final String X_FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> NAMES = List.of(X_FORWARDED_FOR, "Forwarded");

    private ProxyHeaders() {}

    static void inspect(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        @Nullable String address = Surroundings.address(session);
        if (Network.of(address).isEmpty()) {
            if (NAMES.stream().anyMatch(name -> isThere(headers, name)) && SAID.isFirst("unreadable")) {
                LOG.warn(
                        "A login came with a proxy header that contains no address, so its risk can't be judged, and it"
                                + " is asked for a second factor. The proxy must overwrite X-Forwarded-For, or Forwarded, with"
                                + " the client's address: see docs/adaptive.md");
            }
        } else if (isFirstOfSeveral(headers, address) && SAID.isFirst("several")) {
            LOG.warn(
                    "A login came with several addresses in X-Forwarded-For, of which the first counts. Unless the first"
                            + " proxy overwrites the header, clients choose their own address, and with it a trusted network: see"
                            + " docs/adaptive.md");
        }
    }

    private static boolean isThere(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values != null && !values.isEmpty();
    }

    /** Also as several headers, which Keycloak joins. If the header isn't in use, the address is another one. */
    private static boolean isFirstOfSeveral(HttpHeaders headers, @Nullable String address) {
        if (!isThere(headers, X_FORWARDED_FOR)) {
            return false;
        }
        List<String> addresses = List.of(
                String.join(",", headers.getRequestHeader(X_FORWARDED_FOR)).split(",", 3));
        return addresses.size() > 1 && Network.of(addresses.get(0).strip()).equals(Network.of(address));
    }
}
