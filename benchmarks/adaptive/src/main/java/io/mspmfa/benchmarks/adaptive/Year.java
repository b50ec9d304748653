// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.Trust;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes down a year of one user: the user's own logins, and attempts of attackers in between. */
final class Year {
    private static final int DAYS = 365;
    private static final long START = 1_767_225_600; // 2026-01-01, a Thursday
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int ATTEMPTS = 6;
    private static final int LONG_LEAVE_PERCENT = 2;

    private final User user;
    private final World world;
    private final Random random;
    private final List<Event> events = new ArrayList<>();

    private int tripEnds;
    private int tripTo;
    private Spot hotel;
    private String lastBrowser = "none";

    Year(User user, World world, Random random) {
        this.user = user;
        this.world = world;
        this.random = random;
        hotel = user.home();
    }

    /** All logins in the order of time. */
    List<Event> events() {
        BitSet away = away();
        Map<Integer, List<Attacker>> attempts = attempts();
        for (int day = 0; day < DAYS; day++) {
            user.sleep();
            if (!away.get(day)) {
                liveThrough(day);
            }
            for (Attacker attacker : attempts.getOrDefault(day, List.of())) {
                attack(attacker, day);
            }
        }
        events.sort(Comparator.comparingLong(Event::time));
        return events;
    }

    private Map<Integer, List<Attacker>> attempts() {
        Map<Integer, List<Attacker>> byDay = new HashMap<>();
        for (Attacker attacker : Attacker.values()) {
            random.ints(ATTEMPTS, 0, DAYS)
                    .forEach(day -> byDay.computeIfAbsent(day, none -> new ArrayList<>())
                            .add(attacker));
        }
        return byDay;
    }

    private BitSet away() {
        BitSet away = new BitSet(DAYS);
        for (int holiday = 0; holiday < 2; holiday++) {
            int from = random.nextInt(DAYS);
            away.set(from, from + 7 + random.nextInt(14));
        }
        if (random.nextInt(100) < LONG_LEAVE_PERCENT) {
            int from = random.nextInt(DAYS);
            away.set(from, from + 60 + random.nextInt(60));
        }
        return away;
    }

    private void liveThrough(int day) {
        boolean weekend = day % 7 == 2 || day % 7 == 3;
        boolean works = user.habit() == Habit.SHIFT ? random.nextInt(7) < 5 : !weekend;
        if (user.habit() == Habit.TRAVELLER && !weekend && day >= tripEnds && random.nextInt(10) == 0) {
            setOut(day);
        }
        boolean onTrip = day < tripEnds;
        int ahead = onTrip ? world.hoursAhead(tripTo) : 0;
        int logins = works ? 1 + once(30) : once(25);
        for (int i = 0; i < logins; i++) {
            Spot spot = onTrip ? tripSpot() : user.usualSpot(weekend);
            lastBrowser = user.browser(spot);
            record(day, hour(day, works, i) - ahead, spot, lastBrowser, failures(), Optional.empty());
        }
    }

    private void setOut(int day) {
        tripEnds = day + 2 + random.nextInt(3);
        tripTo = user.destination();
        hotel = World.any(world.hotels.get(tripTo), random);
    }

    private Spot tripSpot() {
        return random.nextInt(10) < 7 ? hotel : user.exit();
    }

    /** 1 in that share of the cases, 0 otherwise. */
    private int once(int percent) {
        return random.nextInt(100) < percent ? 1 : 0;
    }

    /** The hour at which a login takes place, in the time of the place; may lie before or after the day. */
    private double hour(int day, boolean works, int login) {
        if (!works || (login > 0 && random.nextInt(4) == 0)) {
            return 19 + random.nextGaussian() * 2;
        }
        return switch (user.habit()) {
            case SHIFT -> 5 + 8 * (day / 7 % 3) + Math.abs(random.nextGaussian()) / 2 + login * 3;
            case MOBILE -> 7 + random.nextInt(14) + random.nextDouble();
            default -> login == 0 ? 7.5 + random.nextGaussian() * 0.8 : 12.5 + random.nextGaussian() * 2;
        };
    }

    /** Of the user in the past hour: own mistakes, and now and then somebody who guesses. */
    private int failures() {
        int permille = random.nextInt(1000);
        return permille < 2 ? 10 : permille < 10 ? 3 : permille < 30 ? 2 : permille < 90 ? 1 : 0;
    }

    private void attack(Attacker attacker, int day) {
        String browser = attacker.hasCookie() ? lastBrowser : "attacker";
        Spot spot = attacker.spot(user, world, random);
        record(day, random.nextDouble() * 24, spot, browser, random.nextInt(3), Optional.of(attacker));
    }

    private void record(int day, double hour, Spot spot, String browser, int failures, Optional<Attacker> attacker) {
        long time = START + day * SECONDS_PER_DAY + Math.round(hour * 3600);
        RiskFacts facts = new RiskFacts(
                time,
                Optional.of(spot.network()),
                Trust.NO_LIST,
                Optional.of(browser),
                Optional.empty(),
                Optional.empty(),
                user.isAdmin(),
                failures,
                spot.failures(random),
                spot.users(random));
        events.add(Event.of(spot, facts, browser, attacker));
    }
}
