// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.ids.EventDetails;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** The event that a factor was set up. */
public final class SetUpEvent {
    private SetUpEvent() {}

    /**
     * Reports a factor.
     *
     * @param stored the factor as it is stored, with its id
     * @param by what the event says about who has done it; null for the user
     */
    public static void report(StepContext step, CredentialModel stored, @Nullable String by) {
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(EventDetails.BY, by)
                .detail(Details.CREDENTIAL_TYPE, stored.getType())
                .detail(Details.CREDENTIAL_ID, stored.getId())
                .success();
    }
}
