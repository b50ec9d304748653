// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Optional;

/**
 * The facts of a made-up login, and what a user looks like who has logged in like that for some months: at eight in the
 * morning, from one network and one browser.
 */
public record Login(RiskFacts facts) {
    public static final long HOUR = 3600;
    public static final long DAY = 86_400;

    /** A Monday in 2026, at eight in the morning. */
    public static final long MORNING = 1_771_833_600;

    public static final String BROWSER = "browser";
    public static final Position CITY = new Position(50.1, 8.7, 20);

    private static final int DAYS = 90;

    public static Login usual() {
        return new Login(new RiskFacts(
                MORNING,
                Network.of("203.0.113.7"),
                Trust.NO_LIST,
                Optional.of(BROWSER),
                Optional.of("DE"),
                Optional.of(CITY),
                false,
                0,
                0,
                1));
    }

    /** Of a user who has logged in each morning, until the day before. */
    public static History history() {
        History history = History.NONE.afterProof(usual().at(MORNING - DAYS * DAY).facts, BROWSER);
        for (int day = 1; day < DAYS; day++) {
            history = history.afterUnasked(usual().at(MORNING - (DAYS - day) * DAY).facts);
        }
        return history;
    }

    public Login at(long time) {
        return with(time, facts.network(), facts.trust(), facts.browser(), facts.country(), facts.position());
    }

    public Login from(String address) {
        return with(
                facts.time(), Network.of(address), facts.trust(), facts.browser(), facts.country(), facts.position());
    }

    public Login trust(Trust trust) {
        return with(facts.time(), facts.network(), trust, facts.browser(), facts.country(), facts.position());
    }

    public Login with(Optional<String> browser) {
        return with(facts.time(), facts.network(), facts.trust(), browser, facts.country(), facts.position());
    }

    public Login in(String country, Position position) {
        return with(
                facts.time(),
                facts.network(),
                facts.trust(),
                facts.browser(),
                Optional.of(country),
                Optional.of(position));
    }

    public Login withoutPlace() {
        return with(facts.time(), facts.network(), facts.trust(), facts.browser(), Optional.empty(), Optional.empty());
    }

    public Login admin() {
        return counting(true, facts.userFailures(), facts.networkFailures(), facts.usersOfNetwork());
    }

    public Login failures(int ofUser, int ofNetwork) {
        return counting(facts.admin(), ofUser, ofNetwork, facts.usersOfNetwork());
    }

    public Login users(int ofNetwork) {
        return counting(facts.admin(), facts.userFailures(), facts.networkFailures(), ofNetwork);
    }

    private Login with(
            long time,
            Optional<Network> network,
            Trust trust,
            Optional<String> browser,
            Optional<String> country,
            Optional<Position> position) {
        return new Login(new RiskFacts(
                time,
                network,
                trust,
                browser,
                country,
                position,
                facts.admin(),
                facts.userFailures(),
                facts.networkFailures(),
                facts.usersOfNetwork()));
    }

    private Login counting(boolean admin, int userFailures, int networkFailures, int users) {
        return new Login(new RiskFacts(
                facts.time(),
                facts.network(),
                facts.trust(),
                facts.browser(),
                facts.country(),
                facts.position(),
                admin,
                userFailures,
                networkFailures,
                users));
    }
}
