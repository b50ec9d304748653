// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scores of a user's logins in the last 30 days, of which the last 64 are kept, for the question how many of them
 * another threshold would have asked. The text form is {@code day:score,day:score}, the last one first.
 *
 * @param scores at most 64
 */
public record RecentScores(List<Scored> scores) {
    /** How many days count. */
    public static final int DAYS = 30;

    /** The most characters of the text form. */
    public static final int LONGEST_TEXT = 800;

    /** No logins. */
    public static final RecentScores NONE = new RecentScores(List.of());

    private static final int MOST = 64;
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,7}):(\\d{1,3})");

    /**
     * A login.
     *
     * @param day since the epoch, in UTC
     * @param score 0 to 100
     */
    public record Scored(long day, int score) {}

    public RecentScores {
        scores = List.copyOf(scores);
        if (scores.size() > MOST) {
            throw new IllegalArgumentException("not bounded");
        }
    }

    /** Reads the text form; what isn't one contains no logins. */
    public static RecentScores read(String text) {
        List<String> entries = text.isEmpty() ? List.of() : List.of(text.split(",", MOST + 1));
        boolean isOne = entries.size() <= MOST
                && entries.stream().allMatch(entry -> ENTRY.matcher(entry).matches());
        return isOne
                ? new RecentScores(entries.stream().map(RecentScores::scored).toList())
                : NONE;
    }

    private static Scored scored(String entry) {
        String[] parts = entry.split(":", 2);
        return new Scored(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    /** The text form. */
    public String text() {
        return scores.stream().map(login -> login.day() + ":" + login.score()).collect(Collectors.joining(","));
    }

    /** With another login, and without those that no longer count. */
    public RecentScores with(long time, int score) {
        List<Scored> after = new ArrayList<>(List.of(new Scored(day(time), score)));
        recent(time).limit(MOST - 1L).forEach(after::add);
        return new RecentScores(after);
    }

    /** How many logins count. */
    public long count(long now) {
        return recent(now).count();
    }

    /** How many of them a threshold would have asked. */
    public long asked(long now, int threshold) {
        return recent(now).filter(login -> login.score() >= threshold).count();
    }

    private Stream<Scored> recent(long now) {
        long today = day(now);
        return scores.stream().filter(login -> login.day() > today - DAYS && login.day() <= today);
    }

    private static long day(long time) {
        return TimeUnit.SECONDS.toDays(time);
    }
}
