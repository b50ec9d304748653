// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** One of a user's apps or hardware tokens. A position is a time step, or the counter of a counter-based token. */
interface Token {

    /**
     * The token that is stored in a credential.
     *
     * @param stored must be readable
     */
    static Token of(KeycloakSession session, UserModel user, OTPCredentialModel stored) {
        return OTPCredentialModel.HOTP.equals(stored.getOTPCredentialData().getSubType())
                ? new CounterToken(session, user, stored)
                : new TimeToken(session, user, stored);
    }

    /** The id of the credential. */
    String id();

    /** Whether a code is valid now and has not been used; uses it up. */
    boolean accepts(String code);

    /** The positions that a code could belong to if this token is out of step. Uses nothing up. */
    List<Long> positionsOf(String code);

    /**
     * Follows a token that is out of step.
     *
     * @param first the positions of the code entered first
     * @param second the positions of the code entered next
     * @return whether the codes are consecutive and neither has been used; they are used up then
     */
    boolean followTo(List<Long> first, List<Long> second);
}
