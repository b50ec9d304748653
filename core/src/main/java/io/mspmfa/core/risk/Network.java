// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The neighbourhood of an address: the first 24 bits of IPv4, the first 48 of IPv6. An access provider usually moves a
 * customer within one.
 *
 * @param hex these bits as 6 or 12 lower-case hex digits
 */
public record Network(String hex) {
    static final int IPV4_BYTES = 3;
    static final int IPV6_BYTES = 6;

    static final Pattern HEX = Pattern.compile("[0-9a-f]{6}|[0-9a-f]{12}");

    public Network {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a network");
        }
    }

    /**
     * The network of an address.
     *
     * @param address as in Keycloak's {@code getRemoteAddr()}; null if Keycloak found none. No name is ever resolved
     * @return empty if it isn't an address; one with a zone isn't
     */
    public static Optional<Network> of(@Nullable String address) {
        return Address.of(address).map(Address::network);
    }
}
