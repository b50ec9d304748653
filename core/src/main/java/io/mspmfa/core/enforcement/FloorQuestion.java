// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.policy.Policy;

/**
 * What is known of a login when it wants to end, as far as it decides whether a second factor is still owed.
 *
 * @param policy that holds for the user
 * @param hasFactor whether the user has a second factor other than backup codes
 * @param provenInThisLogin whether a second factor was verified in this authentication session
 * @param continuesSession whether the SSO cookie alone let the user in
 * @param provenInSession whether the user session holds a valid proof
 * @param endsWithoutSession whether this is a mail link's errand, which ends in a notice instead of a session
 * @param otherActionPending whether another required action waits
 * @param backupCodesUsedUp whether the user once had backup codes and has none left
 */
public record FloorQuestion(
        Policy policy,
        boolean hasFactor,
        boolean provenInThisLogin,
        boolean continuesSession,
        boolean provenInSession,
        boolean endsWithoutSession,
        boolean otherActionPending,
        boolean backupCodesUsedUp) {

    /** What the floor has to do. */
    public enum Answer {
        /** Let the login end. */
        NOTHING,
        /** Ask for the second factor. */
        CHALLENGE,
        /** Have one set up. */
        ENROL,
        /** Have a new set of backup codes saved. */
        RENEW_BACKUP_CODES
    }

    /** What is owed. */
    public Answer answer() {
        if (policy.isOff()) {
            return Answer.NOTHING;
        }
        if (isProven()) {
            boolean renewalDue = provenInThisLogin && hasFactor && backupCodesUsedUp && !endsWithoutSession;
            return renewalDue ? Answer.RENEW_BACKUP_CODES : Answer.NOTHING;
        }
        if (endsWithoutSession) {
            // a mailbox is not a login: its holder may be asked for the factor, but never gets to choose one
            return hasFactor && otherActionPending ? Answer.CHALLENGE : Answer.NOTHING;
        }
        if (hasFactor) {
            return Answer.CHALLENGE;
        }
        return policy.requiresFactor() ? Answer.ENROL : Answer.NOTHING;
    }

    private boolean isProven() {
        // a proof does not outlive the factor that made it
        return provenInThisLogin || (continuesSession && provenInSession && hasFactor);
    }
}
