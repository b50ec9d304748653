// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.spi.StoredData;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** A key that is being set up. What is known about it, nothing of which is secret, is here until the enrolment is complete. */
final class KeySetUpNotes {
    private static final String TYPE = "msp.mfa.enrolment.webauthn.type";
    private static final String KEY = "msp.mfa.enrolment.webauthn.key";

    private final AuthenticationSessionModel login;

    KeySetUpNotes(StepContext step) {
        this.login = step.authSession();
    }

    /**
     * A verified key.
     *
     * @param label the user's name for it; empty if it has none
     * @param credentialData as Keycloak stores it
     * @param secretData as Keycloak stores it; Keycloak keeps nothing secret of a key
     */
    record Key(String type, String label, String credentialData, String secretData) {
        CredentialModel toCredential(@Nullable String name, long nowMillis) {
            CredentialModel credential = new CredentialModel();
            credential.setType(type);
            credential.setUserLabel(name);
            credential.setCredentialData(credentialData);
            credential.setSecretData(secretData);
            credential.setCreatedDate(nowMillis);
            return credential;
        }
    }

    /** The type of credential that the page is for; empty if it has not been shown yet. */
    Optional<String> type() {
        return Optional.ofNullable(login.getAuthNote(TYPE));
    }

    void begin(String type) {
        login.setAuthNote(TYPE, type);
        login.removeAuthNote(KEY);
    }

    Optional<Key> key() {
        return StoredData.read(login.getAuthNote(KEY), Key.class);
    }

    void prove(CredentialModel verified, String label) {
        Key key = new Key(verified.getType(), label, verified.getCredentialData(), verified.getSecretData());
        try {
            login.setAuthNote(KEY, JsonSerialization.writeValueAsString(key));
        } catch (IOException e) {
            throw new IllegalStateException("A key can't be written", e);
        }
    }

    void forget() {
        login.removeAuthNote(TYPE);
        login.removeAuthNote(KEY);
    }
}
