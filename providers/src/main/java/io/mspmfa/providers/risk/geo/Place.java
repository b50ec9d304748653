// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.geo;

import io.mspmfa.core.risk.Position;
import java.util.Optional;

/**
 * Where an address is, as far as the database knows.
 *
 * @param country two letters of ISO 3166
 * @param position of its middle
 */
public record Place(Optional<String> country, Optional<Position> position) {
    /** Nothing is known. */
    public static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty());
}
