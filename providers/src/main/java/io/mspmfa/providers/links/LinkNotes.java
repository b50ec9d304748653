// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.links;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether an enrolment link led to a login, and which link. */
public final class LinkNotes {
    private static final String ID = "msp.mfa.link.id";
    private static final String REFUSED = "msp.mfa.link.refused";
    private static final String OPENED = "msp.mfa.link.opened";

    private final AuthenticationSessionModel login;

    /**
     * @param login the login that the notes belong to
     */
    public LinkNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether the login may only be used for the enrolment that the link is for. */
    public boolean isByLink() {
        return login.getAuthNote(ID) != null;
    }

    /** The id of the link; a link must have led to the login. */
    public String linkId() {
        return login.getAuthNote(ID);
    }

    /**
     * Marks a login as started by a link: it ends with a notice, never with a session. In Keycloak 26.7.4, a post to
     * the consent page without a code finishes any login whose user is known (LoginActionsService.processConsent). The
     * session that this would create is either never stored, or refused by the gate: a stored session that has expired
     * but has not been removed yet is restarted (AuthenticationProcessor.attachSession).
     */
    public void open(String linkId) {
        login.setClientNote(OPENED, "true");
        login.setClientNote(
                AuthenticationManager.USER_SESSION_PERSISTENT_STATE, SessionPersistenceState.TRANSIENT.toString());
        login.setUserSessionNote(EnrolmentLinks.SESSION_NOTE, "true");
        login.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        login.setAuthNote(ID, linkId);
    }

    /**
     * Ends the session that this login continues, if it came from a link, because nobody has entered a password for it.
     * Such a session yields no tokens, and must not lead to any other action either, such as setting a new password.
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

    /** Whether the login continued such a session, and therefore leads nowhere until it is restarted. */
    public boolean isRefused() {
        return login.getAuthNote(REFUSED) != null;
    }

    /**
     * If the user signs in with a password in a login that was originally started by a link, it is as good as any
     * other.
     */
    public void forgetLink() {
        if (!isByLink() && login.getClientNote(OPENED) != null) {
            login.removeClientNote(OPENED);
            login.removeClientNote(AuthenticationManager.USER_SESSION_PERSISTENT_STATE);
        }
    }
}
