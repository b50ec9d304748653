// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.Network;
import io.mspmfa.core.risk.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The networks that users and attackers come from. Country 0 is where the users live. */
final class World {
    static final int COUNTRIES = 26;
    static final int CITIES = 10;
    static final int CARRIERS = 3;
    private static final int OFFICES_PER_CITY = 2;
    private static final int HOME_NETWORKS_PER_CITY = 40;
    private static final int GUEST_NETWORKS_PER_CITY = 30;
    private static final int EXITS_PER_CARRIER = 24;
    private static final int VPN_EXITS = 60;
    private static final int VPN_COUNTRIES = 8;
    private static final int BOTS = 4000;
    private static final int CITY_RADIUS_KM = 20;
    private static final int CARRIER_RADIUS_KM = 200;

    final List<List<Spot>> homes = new ArrayList<>();
    final List<List<Spot>> offices = new ArrayList<>();
    final List<List<Spot>> guests = new ArrayList<>();
    final List<List<Spot>> hotels = new ArrayList<>();
    final List<List<Spot>> carriers = new ArrayList<>();
    final List<Spot> vpn;
    final List<Spot> bots;

    private final List<Position> capitals = new ArrayList<>();
    private int networks;

    World(Random random) {
        Position home = new Position(50, 10, CITY_RADIUS_KM);
        capitals.add(home);
        for (int country = 1; country < COUNTRIES; country++) {
            capitals.add(around(home, country < COUNTRIES / 2 ? 15 : 60, CITY_RADIUS_KM, random));
        }
        for (int city = 0; city < CITIES; city++) {
            Position here = around(home, 4, CITY_RADIUS_KM, random);
            homes.add(spots(HOME_NETWORKS_PER_CITY, Spot.Kind.HOME, 0, here));
            offices.add(spots(OFFICES_PER_CITY, Spot.Kind.OFFICE, 0, here));
            guests.add(spots(GUEST_NETWORKS_PER_CITY, Spot.Kind.GUEST, 0, here));
        }
        for (int country = 0; country < COUNTRIES; country++) {
            hotels.add(spots(GUEST_NETWORKS_PER_CITY * 2, Spot.Kind.GUEST, country, capitals.get(country)));
        }
        for (int carrier = 0; carrier < CARRIERS; carrier++) {
            Position hub = around(home, 4, CARRIER_RADIUS_KM, random);
            carriers.add(spots(EXITS_PER_CARRIER, Spot.Kind.CARRIER, 0, hub));
        }
        vpn = scattered(VPN_EXITS, Spot.Kind.VPN, VPN_COUNTRIES, random);
        bots = scattered(BOTS, Spot.Kind.BOT, COUNTRIES, random);
    }

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    Spot anyCarrier(Random random) {
        return any(any(carriers, random), random);
    }

    /** How many hours the sun is ahead of the users' own country. */
    int hoursAhead(int country) {
        return (int)
                Math.round((capitals.get(country).longitude() - capitals.get(0).longitude()) / 15);
    }

    private List<Spot> scattered(int count, Spot.Kind kind, int countries, Random random) {
        return IntStream.range(0, count)
                .map(each -> random.nextInt(countries))
                .mapToObj(country ->
                        spots(1, kind, country, capitals.get(country)).get(0))
                .toList();
    }

    private List<Spot> spots(int count, Spot.Kind kind, int country, Position position) {
        String code = "X" + (char) ('A' + country); // never assigned by ISO 3166
        return IntStream.range(0, count)
                .mapToObj(each -> new Spot(kind, new Network("%06x".formatted(networks++)), code, position))
                .toList();
    }

    private static Position around(Position centre, int degrees, int radius, Random random) {
        double north = (random.nextDouble() * 2 - 1) * degrees;
        double east = (random.nextDouble() * 2 - 1) * degrees * 2;
        double latitude = Math.max(-60, Math.min(70, centre.latitude() + north));
        return new Position(latitude, Math.max(-180, Math.min(180, centre.longitude() + east)), radius);
    }
}
