// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Optional;

/**
 * A place on Earth, as a geo database gives it for an address. It is kept to a tenth of a degree, some 11 km.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 * @param radius how far the real place may be from it, in km
 */
public record Position(double latitude, double longitude, int radius) {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final double TENTH = 10;
    private static final int HALF_AROUND_EARTH_KM = 20_040;

    public Position {
        if (!isOnEarth(latitude, longitude, radius)) {
            throw new IllegalArgumentException("not on Earth");
        }
        latitude = Math.round(latitude * TENTH) / TENTH;
        longitude = Math.round(longitude * TENTH) / TENTH;
    }

    /** Empty if the database has nonsense. */
    public static Optional<Position> of(double latitude, double longitude, int radius) {
        return isOnEarth(latitude, longitude, radius)
                ? Optional.of(new Position(latitude, longitude, radius))
                : Optional.empty();
    }

    /** The least distance in km at which both may really be from each other; 0 if they may be the same place. */
    public double leastDistance(Position other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double haversine = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        double distance = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
        return Math.max(0, distance - radius - other.radius);
    }

    private static boolean isOnEarth(double latitude, double longitude, int radius) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radius >= 0 && radius <= HALF_AROUND_EARTH_KM;
    }

    private static double square(double number) {
        return number * number;
    }
}
