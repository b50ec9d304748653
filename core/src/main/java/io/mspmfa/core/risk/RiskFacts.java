// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the server knows about a login whose password was right. It contains no address, so that no signal can repeat
 * one.
 *
 * @param time when it takes place, in seconds since the epoch
 * @param network where it comes from; empty if the server found no address, which leads to a challenge
 * @param trust what the policy's trusted networks say about the address
 * @param browser the id in the browser's recognition cookie, if the cookie is genuine and was made for this user
 * @param country two letters of ISO 3166 from the geo database; empty without one
 * @param position from the geo database; empty without one
 * @param admin whether the user may administer a realm
 * @param userFailures failed logins of this user in the past hour
 * @param networkFailures failed logins from this network in the past hour
 * @param usersOfNetwork how many users tried to log in from this network in the past ten minutes, including this one
 */
public record RiskFacts(
        long time,
        Optional<Network> network,
        Trust trust,
        Optional<String> browser,
        Optional<String> country,
        Optional<Position> position,
        boolean admin,
        int userFailures,
        int networkFailures,
        int usersOfNetwork) {

    static final long SECONDS_PER_HOUR = 3600;

    static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** The hour of the day in UTC, 0 to 23. */
    public int hour() {
        return (int) Math.floorMod(Math.floorDiv(time, SECONDS_PER_HOUR), 24L);
    }
}
