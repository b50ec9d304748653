// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

/**
 * The answer of a limit.
 *
 * @param secondsToWait 0 if one more may be sent, and has been counted
 * @param undo takes back what was counted, because another limit has been reached and nothing is sent
 */
record Counted(int secondsToWait, Runnable undo) {
    /** Nothing was counted. */
    static Counted reached(long secondsToWait) {
        return new Counted((int) Math.max(1, secondsToWait), () -> {});
    }

    /** One more was counted. */
    static Counted one(Runnable undo) {
        return new Counted(0, undo);
    }
}
