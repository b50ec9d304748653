// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

/**
 * One reason why a login may be unusual. It only looks at what it is given, keeps nothing, and is asked by several
 * threads at the same time. If it throws, the user is challenged (R38).
 */
public interface Signal {
    /** The reason as it appears in events: lower-case words joined by underscores, at most 32 characters. */
    String word();

    /** One English sentence for administrators: when it adds how many points. */
    String meaning();

    /** The most points that it adds, 1 to 100. A user is challenged from 50 on, unless the policy says otherwise. */
    int most();

    /**
     * What it makes of a login.
     *
     * @param history of the user before this login
     * @return 0 if there is nothing unusual. Less than 0 counts as 0: no signal makes up for another
     */
    int points(RiskFacts facts, History history);
}
