// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

/** A talk with a browser that may take several pages. Keeps its state in the authentication session, never in itself. */
public interface Conversation {
    /** Shows the page that is due, on a GET and where a conversation begins. */
    void show(StepContext step);

    /** Takes what was posted from the page that was due, and shows the next or ends. */
    void answer(StepContext step);
}
