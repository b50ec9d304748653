// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.webauthn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;

/**
 * Holds back a key that Keycloak's registration has verified, which it would store at once: in our set-up, it is stored
 * together with the backup codes.
 */
public final class HeldKey {
    private static final String ATTRIBUTE = "msp.mfa.heldKey";

    private @Nullable CredentialModel key;

    private HeldKey() {}

    /** Runs a registration, and returns the key that it would have stored; empty if it has accepted none. */
    public static Optional<CredentialModel> of(KeycloakSession session, Runnable registration) {
        HeldKey held = new HeldKey();
        session.setAttribute(ATTRIBUTE, held);
        try {
            registration.run();
        } finally {
            session.removeAttribute(ATTRIBUTE);
        }
        return Optional.ofNullable(held.key);
    }

    /** Takes a key instead of storing it; false if it is to be stored. */
    static boolean take(KeycloakSession session, CredentialModel verified) {
        HeldKey held = session.getAttribute(ATTRIBUTE, HeldKey.class);
        if (held == null) {
            return false;
        }
        held.key = verified;
        return true;
    }
}
