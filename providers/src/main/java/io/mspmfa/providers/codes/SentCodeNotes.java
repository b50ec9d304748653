// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.core.codes.SentCode;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login knows about the codes that it has sent by one method for one purpose. */
final class SentCodeNotes {
    private static final String PREFIX = "msp.mfa.code.";

    /** A client note, because a login that is begun again in the same tab loses the others. */
    private static final String NUMBER = ".number";

    private final AuthenticationSessionModel login;
    private final String name;
    private final int sent;

    SentCodeNotes(AuthenticationSessionModel login, String method, String purpose) {
        this.login = login;
        this.name = PREFIX + method + "." + purpose;
        this.sent = Integer.parseInt(Objects.requireNonNullElse(login.getClientNote(name + NUMBER), "0"));
    }

    /** The last code; empty if there is none. */
    Optional<SentCode> last() {
        return Optional.ofNullable(login.getAuthNote(name)).flatMap(SentCode::read);
    }

    /** Keeps a code that has been sent, or that could not be. */
    void keepNext(SentCode code) {
        login.setClientNote(name + NUMBER, Integer.toString(sent + 1));
        keep(code);
    }

    void keep(SentCode code) {
        login.setAuthNote(name, code.text());
    }

    void forget() {
        login.removeAuthNote(name);
    }

    /**
     * Identifies the next sending: all requests that begin before it has been kept get the same answer, even if they see
     * each other's notes.
     */
    String next() {
        return name + "." + login.getParentSession().getId() + "." + login.getTabId() + "." + (sent + 1);
    }
}
