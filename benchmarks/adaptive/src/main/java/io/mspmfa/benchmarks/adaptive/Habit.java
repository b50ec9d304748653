// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

/** How a user works. The shares are of 100 users. */
enum Habit implements Party {
    OFFICE("shared office", 30),
    COMMUTER("commuter", 25),
    SHIFT("shift worker", 15),
    MOBILE("carrier NAT", 15),
    TRAVELLER("traveller", 8),
    VPN("VPN", 7);

    private final String title;
    private final int share;

    Habit(String title, int share) {
        this.title = title;
        this.share = share;
    }

    @Override
    public String title() {
        return title;
    }

    /** The habit of a user, such that the shares are exact. */
    static Habit of(int user) {
        int rest = user % 100;
        for (Habit habit : values()) {
            rest -= habit.share;
            if (rest < 0) {
                return habit;
            }
        }
        throw new IllegalStateException("the shares are of 100");
    }
}
