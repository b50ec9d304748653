// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A code on its way.
 *
 * @param realmId the realm of the user
 * @param userId the recipient
 * @param target the address or number, as it was when the code was asked for
 * @param code what the user has to enter
 * @param base our server's address, as the page on which it is entered knows it
 * @param language the language of that page; null if the user has chosen a language permanently
 */
public record CodeLetter(
        String realmId,
        String userId,
        String target,
        String code,
        URI base,
        @Nullable String language) {

    /** The host of the page on which the code is entered. */
    public String host() {
        return base.getHost();
    }

    /** Keeps code and target out of logs (R20). */
    @Override
    public String toString() {
        return "A code for user " + userId;
    }
}
