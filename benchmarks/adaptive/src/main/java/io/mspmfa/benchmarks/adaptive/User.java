// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A user with their networks and devices, which change over the year. */
final class User {
    private static final int DAYS = 365;
    private static final int ADMINS_PERCENT = 3;
    private static final int STABLE_HOME_PERCENT = 50;
    private static final int REGIONAL_EXITS = 4;
    private static final int WARD_COMPUTERS = 4;

    private final World world;
    private final Random random;
    private final Habit habit;
    private final int city;
    private final Spot office;
    private final boolean stableHome;
    private final boolean admin;
    private final boolean forgetful;
    private final List<Spot> regionalExits;
    private final List<Spot> allExits;
    private final List<Spot> favouriteVpn = new ArrayList<>();
    private final List<Integer> favouriteCountries = new ArrayList<>();
    private final int[] cookies;

    private Spot home;

    User(Habit habit, World world, Random random, int forgetfulPercent) {
        this.world = world;
        this.random = random;
        this.habit = habit;
        city = random.nextInt(World.CITIES);
        office = World.any(world.offices.get(city), random);
        home = World.any(world.homes.get(city), random);
        stableHome = chance(STABLE_HOME_PERCENT);
        admin = chance(ADMINS_PERCENT);
        forgetful = chance(forgetfulPercent);
        allExits = World.any(world.carriers, random);
        int region = random.nextInt(allExits.size() - REGIONAL_EXITS);
        regionalExits = allExits.subList(region, region + REGIONAL_EXITS);
        for (int i = 0; i < 3; i++) {
            favouriteVpn.add(World.any(world.vpn, random));
            favouriteCountries.add(random.nextInt(World.COUNTRIES));
        }
        // the phone, then the laptop or the computers of the ward
        cookies = new int[habit == Habit.SHIFT ? 1 + WARD_COMPUTERS : 2];
    }

    Habit habit() {
        return habit;
    }

    int city() {
        return city;
    }

    Spot office() {
        return office;
    }

    Spot home() {
        return home;
    }

    boolean isAdmin() {
        return admin;
    }

    /** What a night changes: new addresses, cleared cookies, new devices. */
    void sleep() {
        if (!stableHome && random.nextInt(14) == 0) {
            home = World.any(world.homes.get(city), random);
        }
        for (int device = 0; device < cookies.length; device++) {
            boolean cleared = random.nextInt(DAYS) < 2;
            boolean replaced = random.nextInt(DAYS * 5) < 2;
            cookies[device] += cleared || replaced ? 1 : 0;
        }
    }

    /** The browser in which the user logs in, whose name changes when it loses its cookies. */
    String browser(Spot spot) {
        int phonePercent = spot.kind() == Spot.Kind.CARRIER ? 85 : 10;
        int device = chance(phonePercent) ? 0 : 1 + random.nextInt(cookies.length - 1);
        if (forgetful && chance(80)) {
            cookies[device]++;
        }
        return "device" + device + "-" + cookies[device];
    }

    /** Where the user is on a day without a journey. */
    Spot usualSpot(boolean weekend) {
        int percent = random.nextInt(100);
        if (weekend && habit != Habit.SHIFT) {
            return percent < 60 ? home : exit();
        }
        return switch (habit) {
            case OFFICE, TRAVELLER -> percent < 85 ? office : percent < 95 ? home : exit();
            case SHIFT -> percent < 90 ? office : percent < 95 ? home : exit();
            case MOBILE -> percent < 80 ? exit() : home;
            case VPN -> percent < 55 ? vpnExit() : percent < 80 ? home : office;
            case COMMUTER ->
                percent < 45
                        ? office
                        : percent < 80 ? home : percent < 95 ? exit() : World.any(world.guests.get(city), random);
        };
    }

    /** A country to travel to: half of the journeys stay at home, most others lead to the same few countries. */
    int destination() {
        int abroad = chance(80) ? World.any(favouriteCountries, random) : random.nextInt(World.COUNTRIES);
        return random.nextBoolean() ? 0 : abroad;
    }

    /** Mobile data goes through the carrier at home, also abroad. */
    Spot exit() {
        return World.any(chance(85) ? regionalExits : allExits, random);
    }

    private Spot vpnExit() {
        return World.any(chance(80) ? favouriteVpn : world.vpn, random);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
