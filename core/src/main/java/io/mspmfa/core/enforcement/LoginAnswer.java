// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/** What a login still has to go through before it may end. */
public enum LoginAnswer {
    /** Nothing: let it end. */
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
