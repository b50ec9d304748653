// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.sentcodes;

import io.mspmfa.providers.codes.CodeChannel;
import org.keycloak.events.Errors;

/** The errors of events about codes that did not reach their owner. */
final class SendErrors {
    /** Too many have been sent (R17). */
    static final String TOO_MANY = Errors.SLOW_DOWN;

    private SendErrors() {}

    /** The mail server or gateway has refused it. For e-mail, this is Keycloak's {@link Errors#EMAIL_SEND_FAILED}. */
    static String failed(CodeChannel channel) {
        return channel.word() + "_send_failed";
    }
}
