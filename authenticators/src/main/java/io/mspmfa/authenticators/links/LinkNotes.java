// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.links;

import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether an enrolment link led to a login, and which. */
public final class LinkNotes {
    private static final String ID = "msp.mfa.link.id";

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

    /** Makes a login one that a link led to: it ends in a notice, never in a session. */
    void open(String linkId) {
        login.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        login.setAuthNote(ID, linkId);
    }
}
