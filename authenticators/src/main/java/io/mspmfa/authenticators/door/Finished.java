// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.door;

/** A conversation in which nothing is left to say. */
public record Finished() implements Conversation {
    @Override
    public void show(Door door) {
        door.finish();
    }

    @Override
    public void answer(Door door) {
        door.finish();
    }
}
