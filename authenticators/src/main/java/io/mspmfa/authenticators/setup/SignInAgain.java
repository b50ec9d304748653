// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Makes the user of an old session who has no factor yet sign in again: a browser left open must not be enough for a
 * stranger to add their phone to the account.
 */
final class SignInAgain implements Conversation {
    @Override
    public void show(StepContext step) {
        AuthenticationSessionModel login = step.authSession();
        boolean canAskAnew = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol());
        if (canAskAnew) {
            login.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        }
        step.show(Response.seeOther(restartUri(step, login, canAskAnew)).build());
    }

    @Override
    public void answer(StepContext step) {
        show(step);
    }

    /** SAML has no way to ask for a new login that survives a restart, so the old session ends instead. */
    private static URI restartUri(StepContext step, AuthenticationSessionModel login, boolean keepSession) {
        return LoginActionsService.loginActionsBaseUrl(
                        step.session().getContext().getUri())
                .path(LoginActionsService.RESTART_PATH)
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(step.session(), login))
                .queryParam(Constants.SKIP_LOGOUT, keepSession)
                .build(step.realm().getName());
    }
}
