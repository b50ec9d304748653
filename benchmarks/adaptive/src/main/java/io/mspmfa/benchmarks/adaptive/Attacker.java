// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.Random;

/** People who know a user's password. */
enum Attacker implements Party {
    STUFFING("password stuffing", false, "#0072b2"),
    SAME_CITY("same city, no cookie", false, "#009e73"),
    COOKIE_ABROAD("cookie thief, remote", true, "#d55e00"),
    COOKIE_NEARBY("cookie thief, same city", true, "#cc79a7"),
    LAPTOP("stolen laptop", true, "#e69f00");

    private final String title;
    private final boolean hasCookie;
    private final String colour;

    Attacker(String title, boolean hasCookie, String colour) {
        this.title = title;
        this.hasCookie = hasCookie;
        this.colour = colour;
    }

    @Override
    public String title() {
        return title;
    }

    /** In the picture. */
    String colour() {
        return colour;
    }

    boolean hasCookie() {
        return hasCookie;
    }

    /** Where an attempt against a user comes from. */
    Spot spot(User user, World world, Random random) {
        int percent = random.nextInt(100);
        return switch (this) {
            case STUFFING -> {
                Spot cover = percent < 95 ? World.any(world.vpn, random) : world.anyCarrier(random);
                yield percent < 85 ? World.any(world.bots, random) : cover;
            }
            case COOKIE_ABROAD -> World.any(percent < 85 ? world.bots : world.vpn, random);
            case COOKIE_NEARBY -> World.any(world.homes.get(user.city()), random);
            case SAME_CITY -> nearby(user.office(), percent, user, world, random);
            case LAPTOP -> nearby(random.nextBoolean() ? user.home() : user.office(), percent, user, world, random);
        };
    }

    private static Spot nearby(Spot place, int percent, User user, World world, Random random) {
        if (percent < 20) {
            return place;
        }
        return percent < 40 ? world.anyCarrier(random) : World.any(world.homes.get(user.city()), random);
    }
}
