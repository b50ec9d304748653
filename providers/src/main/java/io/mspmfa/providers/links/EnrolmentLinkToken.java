// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.links;

import org.keycloak.authentication.actiontoken.DefaultActionToken;

/** What an enrolment link carries: for whom it is and until when, signed by the realm. Nothing in it is secret but itself. */
public final class EnrolmentLinkToken extends DefaultActionToken {
    /** The kind of token, by which Keycloak finds its handler. */
    public static final String TYPE = "msp-mfa-enrolment";

    private static final long serialVersionUID = 1L;

    /** For the JSON mapper. */
    public EnrolmentLinkToken() {}

    /**
     * @param id random, so that nobody can guess it
     * @param expiresAt in seconds since the epoch
     */
    EnrolmentLinkToken(String userId, String id, long expiresAt) {
        super(userId, TYPE, Math.toIntExact(expiresAt), null);
        id(id);
    }
}
