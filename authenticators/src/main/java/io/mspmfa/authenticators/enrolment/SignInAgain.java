// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends the holder of an old session, who has no factor yet, to sign in anew: a forgotten open browser must not be
 * enough to bind a stranger's phone to an account.
 */
final class SignInAgain implements Conversation {
    @Override
    public void show(Door door) {
        AuthenticationSessionModel login = door.login();
        boolean canAskAnew = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol());
        if (canAskAnew) {
            login.setClientNote(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        }
        door.show(Response.seeOther(restartUri(door, login, canAskAnew)).build());
    }

    @Override
    public void answer(Door door) {
        show(door);
    }

    /** SAML has no way to ask anew that survives a restart; there the old session ends instead. */
    private static URI restartUri(Door door, AuthenticationSessionModel login, boolean keepSession) {
        return LoginActionsService.loginActionsBaseUrl(
                        door.session().getContext().getUri())
                .path(LoginActionsService.RESTART_PATH)
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(door.session(), login))
                .queryParam(Constants.SKIP_LOGOUT, keepSession)
                .build(door.realm().getName());
    }
}
