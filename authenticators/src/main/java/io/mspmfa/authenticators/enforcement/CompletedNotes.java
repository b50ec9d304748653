// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * Keycloak's note of the steps that a login has completed, from which a token's {@code amr} is made. A trusted device
 * passes the OTP form of a flow without a code, which must not look as if there had been one (R36).
 */
final class CompletedNotes {
    private static final Logger LOG = Logger.getLogger(CompletedNotes.class);

    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    CompletedNotes(AuthenticationSessionModel login) {
        this.login = login;
        this.realm = login.getRealm();
    }

    /** Takes the OTP forms of flows off. */
    void withoutCodes() {
        String note = login.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED);
        if (note == null) {
            return;
        }
        try {
            Map<String, Integer> completed = new HashMap<>(JsonSerialization.readValue(note, new TypeReference<>() {}));
            if (completed.keySet().removeIf(this::asksForCode)) {
                login.setUserSessionNote(
                        Constants.AUTHENTICATORS_COMPLETED, JsonSerialization.writeValueAsString(completed));
            }
        } catch (IOException e) {
            LOG.debug("A note of completed steps can't be read, and says nothing from now on", e);
            login.setUserSessionNote(Constants.AUTHENTICATORS_COMPLETED, "{}");
        }
    }

    private boolean asksForCode(String executionId) {
        AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(executionId);
        return execution != null && OTPFormAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator());
    }
}
