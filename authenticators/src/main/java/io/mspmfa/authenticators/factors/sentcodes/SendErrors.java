// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sentcodes;

import org.keycloak.events.Errors;

/** The errors of events about codes that did not reach their owner. */
final class SendErrors {
    /** The mail server, or whatever should deliver it, has refused it. */
    static final String FAILED = Errors.EMAIL_SEND_FAILED;

    /** Too many have been sent (R17). */
    static final String TOO_MANY = Errors.SLOW_DOWN;

    private SendErrors() {}
}
