// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.Network;
import io.mspmfa.core.risk.Position;
import java.util.Random;

/**
 * A network, and where the geo database places it.
 *
 * @param kind what else goes on there
 */
record Spot(Kind kind, Network network, String country, Position position) {

    /** What else goes on in a network at the same time. */
    enum Kind {
        /** One household. */
        HOME,
        /** A shared office: many colleagues come in the morning, and mistype their passwords. */
        OFFICE,
        /** A hotel, train or café. */
        GUEST,
        /** The exit of a mobile carrier, with thousands of customers. */
        CARRIER,
        /** The exit of a commercial VPN, which attackers like too. */
        VPN,
        /** A hired server, or somebody's computer that is remote-controlled. */
        BOT
    }

    /** How many users tried to log in from here in the past ten minutes, with the one who asks. */
    int users(Random random) {
        int most = switch (kind) {
            case HOME -> 1;
            case GUEST -> random.nextInt(20) == 0 ? 20 : 3;
            case OFFICE, CARRIER -> 30;
            case VPN, BOT -> 20;
        };
        return 1 + random.nextInt(most);
    }

    /** How many logins failed here in the past hour. */
    int failures(Random random) {
        boolean attacked = random.nextInt(100) < (kind == Kind.VPN ? 10 : kind == Kind.CARRIER ? 2 : 0);
        if (attacked) {
            return 100 + random.nextInt(100);
        }
        return switch (kind) {
            case HOME, GUEST -> random.nextInt(2);
            case OFFICE -> random.nextInt(8);
            case CARRIER, VPN -> random.nextInt(25);
            case BOT -> random.nextInt(60);
        };
    }
}
