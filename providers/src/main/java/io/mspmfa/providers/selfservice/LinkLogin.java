// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.selfservice;

import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * The login that an enrolment link starts. Like any login, it is a further tab of the browser in which it is opened, so
 * that anyone signed in there stays signed in: a separate browser session would replace theirs (K13).
 */
final class LinkLogin {
    private LinkLogin() {}

    static AuthenticationSessionModel begin(KeycloakSession session, RealmModel realm) {
        ClientModel client = SystemClientUtil.getSystemClient(realm);
        AuthenticationSessionModel login = browser(session, realm).createAuthenticationSession(client);
        // as in Keycloak's ActionTokenContext.createAuthenticationSessionForClient
        login.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        String redirectUri = Urls.accountBase(session.getContext().getUri().getBaseUri())
                .path("/")
                .build(realm.getName())
                .toString();
        login.setRedirectUri(redirectUri);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, redirectUri);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OAuth2Constants.CODE);
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        return login;
    }

    /**
     * What Keycloak already knows about this browser, found in the same way as in AuthorizationEndpointBase for a login
     * to any client.
     */
    private static RootAuthenticationSessionModel browser(KeycloakSession session, RealmModel realm) {
        AuthenticationSessionManager manager = new AuthenticationSessionManager(session);
        RootAuthenticationSessionModel current = manager.getCurrentRootAuthenticationSession(realm);
        if (current != null) {
            return current;
        }
        UserSessionModel signedIn = manager.getUserSessionFromAuthenticationCookie(realm);
        if (signedIn == null) {
            return manager.createAuthenticationSession(realm, true);
        }
        RootAuthenticationSessionModel same =
                session.authenticationSessions().getRootAuthenticationSession(realm, signedIn.getId());
        if (same == null) {
            same = session.authenticationSessions().createRootAuthenticationSession(realm, signedIn.getId());
        }
        manager.setAuthSessionCookie(same.getId());
        manager.setAuthSessionIdHashCookie(same.getId());
        return same;
    }
}
