// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.providers.compatibility.ServerTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a list can be narrowed to. */
enum UserState {
    /** A factor is required of the user individually. */
    REQUIRED("required", "(r.required = true or r.requiredByTenant = true)") {
        @Override
        Map<String, Object> parameters(int graceDays) {
            return Map.of();
        }
    },
    /** A factor is required of the user, who has none; {@link Duties} decides about whom. */
    MUST_ENROL("mustEnrol", "1 = 1") {
        @Override
        Map<String, Object> parameters(int graceDays) {
            return Map.of();
        }
    },
    /** The user has no factor, and may still postpone setting one up. */
    IN_GRACE("inGrace", "r.graceStart > :graceSince") {
        @Override
        Map<String, Object> parameters(int graceDays) {
            return Map.of("graceSince", GracePeriod.latestStartOver(ServerTime.seconds(), graceDays));
        }
    },
    /** The user is locked after wrong codes. */
    LOCKED("locked", "r.lockedUntil > :now") {
        @Override
        Map<String, Object> parameters(int graceDays) {
            return Map.of("now", ServerTime.seconds());
        }
    };

    private final String word;
    private final String condition;

    UserState(String word, String condition) {
        this.word = word;
        this.condition = condition;
    }

    /** The words of all states, as in the API. */
    static List<String> words() {
        return Arrays.stream(values()).map(state -> state.word).toList();
    }

    /**
     * The state of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static UserState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** Whether users in this state have no factor. */
    boolean isWithoutFactor() {
        return this == MUST_ENROL || this == IN_GRACE;
    }

    /** The condition on the row {@code r} ({@code MSP_MFA_USER}). */
    String condition() {
        return condition;
    }

    /**
     * The parameters of the condition.
     *
     * @param graceDays of the realm's policy; 0 if nobody must set up a factor
     */
    abstract Map<String, Object> parameters(int graceDays);
}
