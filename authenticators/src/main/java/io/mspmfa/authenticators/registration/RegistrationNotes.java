// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import java.io.IOException;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** What a login knows about the registration that it began with. */
public final class RegistrationNotes {
    private static final String REGISTERED = "msp.mfa.registration.user";
    private static final String SIGN_IN = "msp.mfa.registration.signIn";

    /** Keycloak shows this message on the next page of a flow (AuthenticationProcessor.ForwardedFormMessageType, 26.7). */
    private static final String FORWARDED_INFO = "fwMessageInfo";

    private final AuthenticationSessionModel login;

    /**
     * @param login the login that the notes belong to
     */
    public RegistrationNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** A user has registered in this login. A client note, which is still there when the login begins again. */
    void registered(String userId) {
        login.setClientNote(REGISTERED, userId);
    }

    /** Whether this user has registered in this login. */
    public boolean isOf(String userId) {
        return userId.equals(login.getClientNote(REGISTERED));
    }

    /** The user who has just registered has to sign in. */
    void askToSignIn() {
        login.setAuthNote(SIGN_IN, "true");
    }

    /** Whether the user of this login has registered in it, and has to sign in. Forgotten when the login begins again. */
    public boolean isSignInDue() {
        return login.getAuthNote(SIGN_IN) != null;
    }

    /** Has the login page say something. */
    void tell(String message) {
        try {
            login.setAuthNote(FORWARDED_INFO, JsonSerialization.writeValueAsString(new FormMessage(message)));
        } catch (IOException e) {
            throw new IllegalStateException("A message can't be written as JSON", e);
        }
    }
}
