// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** An event that is never sent: what Keycloak reports as registered is not stored yet. */
final class UnsentEvent extends EventBuilder {
    UnsentEvent(RealmModel realm, KeycloakSession session) {
        super(realm, session);
    }

    @Override
    public void success() {
        // not sent
    }

    @Override
    public void error(String error) {
        // not sent
    }

    /** Itself, since a copy would be sent. */
    @Override
    public EventBuilder clone() {
        return this;
    }
}
