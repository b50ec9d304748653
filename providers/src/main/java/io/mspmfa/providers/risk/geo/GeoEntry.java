// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.geo;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import io.mspmfa.core.risk.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the library reads of an entry: files of countries have no location. */
public final class GeoEntry {
    private static final int UNKNOWN_RADIUS_KM = 100;

    private final @Nullable Country country;
    private final @Nullable Location location;

    /** For the library. */
    @MaxMindDbConstructor
    public GeoEntry(
            @MaxMindDbParameter(name = "country") @Nullable Country country,
            @MaxMindDbParameter(name = "location") @Nullable Location location) {
        this.country = country;
        this.location = location;
    }

    Place place() {
        return new Place(
                Optional.ofNullable(country).map(known -> known.code),
                Optional.ofNullable(location).flatMap(Location::position));
    }

    /** The part {@code country} of an entry. */
    public static final class Country {
        private final @Nullable String code;

        /** For the library. */
        @MaxMindDbConstructor
        public Country(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {
            this.code = code;
        }
    }

    /** The part {@code location} of an entry. */
    public static final class Location {
        private final @Nullable Double latitude;
        private final @Nullable Double longitude;
        private final @Nullable Integer radius;

        /** For the library. */
        @MaxMindDbConstructor
        public Location(
                @MaxMindDbParameter(name = "latitude") @Nullable Double latitude,
                @MaxMindDbParameter(name = "longitude") @Nullable Double longitude,
                @MaxMindDbParameter(name = "accuracy_radius") @Nullable Integer radius) {
            this.latitude = latitude;
            this.longitude = longitude;
            this.radius = radius;
        }

        private Optional<Position> position() {
            return latitude == null || longitude == null
                    ? Optional.empty()
                    : Position.of(latitude, longitude, radius == null ? UNKNOWN_RADIUS_KM : radius);
        }
    }
}
