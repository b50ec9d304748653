// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import java.util.List;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The single conversation that a login is in the middle of and must resume, with its argument. */
public final class OpenNotes {
    private static final String OPEN = "msp.mfa.open";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 3;

    private final AuthenticationSessionModel login;

    /**
     * @param login the login that the notes belong to
     */
    public OpenNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /**
     * An open conversation.
     *
     * @param name the kind of conversation
     * @param argument the argument that it was started with
     */
    public record Open(String name, String argument) {}

    /** The open conversation at a step; empty if there is none. */
    public Optional<Open> at(String stepId) {
        String note = login.getAuthNote(OPEN);
        List<String> parts = note == null ? List.of() : List.of(note.split("\\|", -1));
        return parts.size() == PARTS && parts.get(0).equals(stepId)
                ? Optional.of(new Open(parts.get(1), parts.get(2)))
                : Optional.empty();
    }

    /** Makes this the open conversation. */
    public void open(String stepId, String name, String argument) {
        login.setAuthNote(OPEN, String.join(SEPARATOR, stepId, name, argument));
    }

    /** No conversation is open any more. */
    public void close() {
        login.removeAuthNote(OPEN);
    }
}
