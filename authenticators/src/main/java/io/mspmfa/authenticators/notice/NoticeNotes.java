// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.notice;

import org.keycloak.sessions.AuthenticationSessionModel;

/** Which notice is due, and at which door. */
public final class NoticeNotes {
    private static final String DOOR = "msp.mfa.notice.door";
    private static final String EVENT = "msp.mfa.notice.event";

    private final AuthenticationSessionModel login;

    /** @param login whose notes */
    public NoticeNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** Whether a notice is due at a door. */
    public boolean isOpenAt(String doorId) {
        return doorId.equals(login.getAuthNote(DOOR));
    }

    String event() {
        return login.getAuthNote(EVENT);
    }

    void open(String doorId, String event) {
        login.setAuthNote(DOOR, doorId);
        login.setAuthNote(EVENT, event);
    }

    void close() {
        login.removeAuthNote(DOOR);
        login.removeAuthNote(EVENT);
    }
}
