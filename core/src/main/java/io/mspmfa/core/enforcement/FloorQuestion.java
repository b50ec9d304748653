// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/**
 * What is known of a login when it wants to end, as far as it decides whether a second factor is still owed.
 *
 * @param obligation what the user owes
 * @param hasFactor whether the user has a second factor that the floor can ask for
 * @param provenInThisLogin whether a second factor was verified in this authentication session
 * @param continuesSession whether the SSO cookie alone let the user in
 * @param provenInSession whether the user session holds a proof made by a factor that the user still has
 * @param endsWithoutSession whether this is a mail link's errand, which ends in a notice instead of a session
 * @param otherActionPending whether another required action waits
 * @param backupCodesUsedUp whether the user once had backup codes and has none left
 * @param impersonatedByMaster whether an administrator of the realm {@code master} acts in the user's name
 * @param inGrace whether the user may still put the set-up off
 * @param postponed whether the user did so, in this login or in the session that it continues
 */
public record FloorQuestion(
        Obligation obligation,
        boolean hasFactor,
        boolean provenInThisLogin,
        boolean continuesSession,
        boolean provenInSession,
        boolean endsWithoutSession,
        boolean otherActionPending,
        boolean backupCodesUsedUp,
        boolean impersonatedByMaster,
        boolean inGrace,
        boolean postponed) {

    /** What the floor has to do. */
    public enum Answer {
        /** Let the login end. */
        NOTHING,
        /** Ask for the second factor. */
        CHALLENGE,
        /** Have one set up. */
        ENROL,
        /** Have one set up, or let the user say "later": the grace period runs. */
        OFFER_ENROLMENT,
        /** Have a new set of backup codes saved. */
        RENEW_BACKUP_CODES
    }

    /** What is owed. */
    public Answer answer() {
        if (obligation.kind() == Obligation.Kind.NONE || impersonatedByMaster) {
            return Answer.NOTHING;
        }
        if (isProven()) {
            return isRenewalDue() ? Answer.RENEW_BACKUP_CODES : Answer.NOTHING;
        }
        if (endsWithoutSession) {
            // a mailbox is not a login: its holder may be asked for the factor, but never gets to choose one
            return hasFactor && otherActionPending ? Answer.CHALLENGE : Answer.NOTHING;
        }
        return hasFactor ? Answer.CHALLENGE : answerWithoutFactor();
    }

    private boolean isProven() {
        return provenInThisLogin || (continuesSession && provenInSession);
    }

    private boolean isRenewalDue() {
        return provenInThisLogin && hasFactor && backupCodesUsedUp && !endsWithoutSession;
    }

    private Answer answerWithoutFactor() {
        if (obligation.kind() != Obligation.Kind.REQUIRED) {
            return Answer.NOTHING;
        }
        if (!inGrace) {
            return Answer.ENROL;
        }
        return postponed ? Answer.NOTHING : Answer.OFFER_ENROLMENT;
    }
}
