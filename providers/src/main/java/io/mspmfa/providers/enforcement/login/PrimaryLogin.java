// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.providers.compatibility.ServerTime;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * How the user of a login was authenticated before any second factor: in this login, in the session that it continues,
 * or not at all.
 */
public final class PrimaryLogin {
    /** After this many seconds, a primary login is no longer recent enough to set up a factor. */
    public static final int FRESH_LOGIN_SECONDS = 300;

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    /**
     * @param session Keycloak's session of this request
     * @param login the authentication session; its user must be known
     */
    public PrimaryLogin(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /**
     * Whether the user signed in too long ago to set up a factor without signing in again. A step-up continues a
     * session like the SSO cookie, but without saying so in SSO_AUTH.
     */
    public boolean isStale() {
        boolean passwordJustAsked = AuthenticatorUtil.isForcedReauthentication(login)
                || TokenUtil.hasPrompt(
                        login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        return !passwordJustAsked
                && continuedSession()
                        .map(PrimaryLogin::secondsSinceLogin)
                        .filter(seconds -> seconds > FRESH_LOGIN_SECONDS)
                        .isPresent();
    }

    /** Whether someone else is impersonating the user, and may look around but not set up anything. */
    public boolean isImpersonated() {
        return continuedSession()
                .map(userSession -> userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()))
                .isPresent();
    }

    /** The session of the same user that this login continues; empty if there is none. */
    Optional<UserSessionModel> continuedSession() {
        UserModel user = login.getAuthenticatedUser();
        String id = login.getParentSession().getId();
        return Optional.ofNullable(session.sessions().getUserSession(login.getRealm(), id))
                .filter(userSession -> user.getId().equals(userSession.getUser().getId()));
    }

    private static long secondsSinceLogin(UserSessionModel userSession) {
        String time = userSession.getNote(AuthenticationManager.AUTH_TIME);
        boolean known = time != null && time.matches("\\d{1,18}"); // mappers can write session notes
        return known ? ServerTime.seconds() - Long.parseLong(time) : Long.MAX_VALUE;
    }
}
