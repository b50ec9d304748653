// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

/** What a login still needs before it may finish. */
public enum LoginAnswer {
    /** Nothing: it may finish. */
    NOTHING,
    /** The user must pass the second factor. */
    CHALLENGE,
    /** The user must set up a second factor. */
    ENROL,
    /** The user may set up a second factor or postpone it, since the grace period is still running. */
    OFFER_ENROLMENT,
    /** The user must save a new set of backup codes. */
    RENEW_BACKUP_CODES
}
