// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.codes;

import java.util.List;

/**
 * The only place where a sent code is right (R15, P5).
 *
 * @param realmId Keycloak's id of the realm
 * @param sessionId the authentication session, the one of this browser tab
 * @param userId Keycloak's id of the user
 * @param method how it was sent, such as {@code email}
 * @param purpose what it was asked for
 * @param target a name for the address or number that it was sent to, from which it can't be read
 */
public record CodePlace(String realmId, String sessionId, String userId, String method, String purpose, String target) {

    List<String> parts() {
        return List.of("msp-mfa-code", realmId, sessionId, userId, method, purpose, target);
    }
}
