// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

/**
 * An exchange with a browser that may take several pages. Keeps its state in the authentication session, never in the
 * object.
 */
public interface Conversation {
    /** Shows the current page, on a GET request and when a conversation begins. */
    void show(StepContext step);

    /** Handles what was posted from the current page, and shows the next page or ends. */
    void answer(StepContext step);
}
