// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

/**
 * A message was not sent, as far as is known. Has no cause, because the messages of other exceptions may quote the number,
 * the text or a secret (R20).
 */
public final class SmsNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param reason a sentence for the operator's log, without anything of the message or of the gateway's answer
     */
    public SmsNotSentException(String reason) {
        super(reason);
    }
}
