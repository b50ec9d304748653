// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.links;

import org.keycloak.authentication.actiontoken.DefaultActionToken;

/**
 * The content of an enrolment link: whom it is for and how long it is valid, signed by the realm. The link as a whole
 * is secret, but nothing inside it is.
 */
public final class EnrolmentLinkToken extends DefaultActionToken {
    /** The token type, by which Keycloak finds its handler. */
    public static final String TYPE = "msp-mfa-enrolment";

    private static final long serialVersionUID = 1L;

    /** For the JSON mapper. */
    public EnrolmentLinkToken() {}

    /**
     * @param id random, so that it can't be guessed
     * @param expiresAt in seconds since the epoch
     */
    EnrolmentLinkToken(String userId, String id, long expiresAt) {
        super(userId, TYPE, Math.toIntExact(expiresAt), null);
        id(id);
    }
}
