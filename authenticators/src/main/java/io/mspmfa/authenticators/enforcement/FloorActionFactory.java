// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.door.ConversationActionFactory;
import io.mspmfa.providers.enforcement.Floor;

/** Registers the floor. */
public final class FloorActionFactory extends ConversationActionFactory {
    public FloorActionFactory() {
        super(Floor.ACTION_ID, "MSP MFA: Asked at login", new FloorAction());
    }
}
