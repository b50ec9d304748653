// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a user's logins: bounded, and stored as one {@link HistoryText}. The lists begin with what was
 * used last.
 *
 * <p>Only a login that has finished is recorded, so that somebody who knows only the password can't teach it anything:
 * the challenge comes first. Somebody who wasn't asked, such as a thief of a cookie, makes their network and hour
 * familiar, but never a browser or a further country: these are learned only from a login with a second
 * factor.
 *
 * @param networks at most 8
 * @param browsers ids of recognition cookies, at most 8
 * @param countries at most 8
 * @param hours when the user logs in
 * @param lastLogin when the user last did, in seconds since the epoch; 0 if never
 * @param lastSighting when a position was last known, and which
 */
public record History(
        List<Network> networks,
        List<String> browsers,
        List<String> countries,
        Hours hours,
        long lastLogin,
        Optional<Sighting> lastSighting) {
    /** A user without any history. Also what a login is recorded on if the history can't be read. */
    public static final History NONE = new History(List.of(), List.of(), List.of(), Hours.NONE, 0, Optional.empty());

    /** The most that any of the lists contains. */
    public static final int MOST = 8;

    /** When and where a user was. */
    public record Sighting(long time, Position position) {}

    public History {
        networks = List.copyOf(networks);
        browsers = List.copyOf(browsers);
        countries = List.copyOf(countries);
        if (networks.size() > MOST || browsers.size() > MOST || countries.size() > MOST) {
            throw new IllegalArgumentException("not bounded");
        }
    }

    /**
     * The history after a login that finished without a second factor.
     *
     * @return this object if there is nothing to write, as for another login within the hour
     */
    public History afterUnasked(RiskFacts facts) {
        List<String> usedBrowsers = facts.browser()
                .filter(browsers::contains)
                .map(browser -> first(browser, browsers))
                .orElse(browsers);
        List<String> usedCountries = facts.country()
                .filter(country -> countries.contains(country) || countries.isEmpty())
                .map(this::withCountry)
                .orElse(countries);
        return after(facts, usedBrowsers, usedCountries);
    }

    /**
     * The history after a login that finished with a second factor.
     *
     * @param browser the id in the browser's recognition cookie: the old one, or the one that it has just been given
     * @return this object if there is nothing to write, as for another login within the hour
     */
    public History afterProof(RiskFacts facts, String browser) {
        if (!browsers.contains(browser) && !RiskFacts.BROWSER.matcher(browser).matches()) {
            throw new IllegalArgumentException("not the id of a browser");
        }
        List<String> knownCountries = facts.country().map(this::withCountry).orElse(countries);
        return after(facts, first(browser, browsers), knownCountries);
    }

    private History after(RiskFacts facts, List<String> newBrowsers, List<String> newCountries) {
        List<Network> newNetworks =
                facts.network().map(network -> first(network, networks)).orElse(networks);
        boolean unchanged = isSameHour(facts)
                && networks.containsAll(newNetworks)
                && browsers.containsAll(newBrowsers)
                && countries.containsAll(newCountries);
        if (unchanged) {
            return this;
        }
        Optional<Sighting> sighting = facts.position()
                .map(position -> new Sighting(facts.time(), position))
                .or(() -> lastSighting);
        return new History(newNetworks, newBrowsers, newCountries, hours.with(facts.hour()), facts.time(), sighting);
    }

    private List<String> withCountry(String country) {
        boolean known = countries.contains(country);
        return known || RiskFacts.COUNTRY.matcher(country).matches() ? first(country, countries) : countries;
    }

    private boolean isSameHour(RiskFacts facts) {
        return facts.time() / RiskFacts.SECONDS_PER_HOUR == lastLogin / RiskFacts.SECONDS_PER_HOUR;
    }

    private static <T> List<T> first(T used, List<T> before) {
        if (!before.isEmpty() && before.get(0).equals(used)) {
            return before;
        }
        List<T> after = new ArrayList<>(before);
        after.remove(used);
        after.add(0, used);
        return List.copyOf(after.subList(0, Math.min(MOST, after.size())));
    }
}
