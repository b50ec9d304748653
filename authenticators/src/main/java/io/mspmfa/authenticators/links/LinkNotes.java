// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.links;

import io.mspmfa.providers.links.EnrolmentLinks;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether an enrolment link led to a login, and which. */
public final class LinkNotes {
    private static final String ID = "msp.mfa.link.id";
    private static final String REFUSED = "msp.mfa.link.refused";
    private static final String OPENED = "msp.mfa.link.opened";

    private final AuthenticationSessionModel login;

    /** @param login whose notes */
    public LinkNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the login is good for nothing but the set-up that a link is for. */
    public boolean isByLink() {
        return login.getAuthNote(ID) != null;
    }

    /** The id of the link; the login must be by one. */
    public String linkId() {
        return login.getAuthNote(ID);
    }

    /**
     * Makes a login one that a link led to: it ends in a notice, never in a session. Keycloak 26.7.4 lets a post to its
     * consent page, without a code, end any login whose user is known (LoginActionsService.processConsent); the session
     * that would come of it is one that nobody stores, or one that the gate refuses: a stored one that is over, but not yet
     * removed, begins anew (AuthenticationProcessor.attachSession).
     */
    void open(String linkId) {
        login.setClientNote(OPENED, "true");
        login.setClientNote(
                AuthenticationManager.USER_SESSION_PERSISTENT_STATE, SessionPersistenceState.TRANSIENT.toString());
        login.setUserSessionNote(EnrolmentLinks.SESSION_NOTE, "true");
        login.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        login.setAuthNote(ID, linkId);
    }

    /**
     * Ends the session that this login goes on in, where that came of a link's login: nobody gave a password for it. It
     * yields no tokens, and must not lead to any other action, such as a new password, either.
     */
    public void endSessionByLink(KeycloakSession session) {
        if (!AuthenticatorUtil.isSSOAuthentication(login)) {
            return;
        }
        UserSessionModel userSession = session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId());
        if (userSession != null && userSession.getNote(EnrolmentLinks.SESSION_NOTE) != null) {
            login.setAuthNote(REFUSED, "true");
            session.sessions().removeUserSession(login.getRealm(), userSession);
        }
    }

    /** Whether it went on in such a session, and so leads nowhere until it is begun anew. */
    public boolean isRefused() {
        return login.getAuthNote(REFUSED) != null;
    }

    /** Where somebody signs in with a password in the login that a link once led to, it is as good as any. */
    public void forgetLink() {
        if (!isByLink() && login.getClientNote(OPENED) != null) {
            login.removeClientNote(OPENED);
            login.removeClientNote(AuthenticationManager.USER_SESSION_PERSISTENT_STATE);
        }
    }
}
