// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.ids.ActionIds;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Leads from a registration to the login page: the user signs in for the first time with what they have just registered
 * (M6). The login begins again, so that nothing but the account remains of the registration.
 */
public final class SignInAgain implements Conversation {
    /** Whether a login has to begin again. Not for users without a password, who could not sign in. */
    public static boolean isDue(AuthenticationSessionModel login) {
        UserModel user = login.getAuthenticatedUser();
        return user != null
                && new RegistrationNotes(login).isSignInDue()
                && user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    @Override
    public void show(StepContext step) {
        if (ActionIds.LOGIN_CHECK.equals(step.id())) {
            step.show(Response.seeOther(beginAgain(step)).build());
        } else {
            // a step of the registration flow: whatever it asked for would be forgotten
            step.finish();
        }
    }

    @Override
    public void answer(StepContext step) {
        show(step);
    }

    private static URI beginAgain(StepContext step) {
        AuthenticationSessionModel login = withoutOthers(step);
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        // "Restart login" would lead to the registration page
        login.removeClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        new RegistrationNotes(login).tell("mspMfaRegistered");
        return new AuthenticationFlowURLHelper(
                        step.session(),
                        step.realm(),
                        step.session().getContext().getUri())
                .getLastExecutionUrl(login);
    }

    /**
     * This login, or its successor if someone else has signed in in another tab of the browser meanwhile. As before a
     * registration (AuthorizationEndpoint), their cookie must not answer for the new user; and Keycloak lets nobody else
     * sign in where their session began.
     */
    private static AuthenticationSessionModel withoutOthers(StepContext step) {
        KeycloakSession session = step.session();
        AuthenticationManager.expireIdentityCookie(session);
        boolean isTaken = new AuthenticationSessionManager(session).getUserSession(step.authSession()) != null;
        return isTaken ? AuthenticationProcessor.recreate(session, step.authSession()) : step.authSession();
    }
}
