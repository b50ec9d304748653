// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

/** A code could not be delivered. Has no cause, because messages of other exceptions may quote the recipient (R20). */
public final class NotDeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param reason for the operator's log, without anything of the code and its recipient
     */
    public NotDeliveredException(String reason) {
        super(reason);
    }
}
