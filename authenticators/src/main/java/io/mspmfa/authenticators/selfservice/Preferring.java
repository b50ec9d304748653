// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.users.UserRecords;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/**
 * Makes the method of a factor the one that is asked for first (A48). Without a page of its own. Must be preceded by a
 * {@link io.mspmfa.authenticators.challenge.FreshFactor}: whoever finds an open session must not be able to make a code,
 * which can be phished, the first thing that the owner of a key sees.
 */
final class Preferring implements Conversation {
    private final Choice choice;
    private final Exits exits;

    Preferring(Choice choice, Exits exits) {
        this.choice = choice;
        this.exits = exits;
    }

    @Override
    public void show(StepContext step) {
        Limits limits = new Limits(step);
        Optional<String> reason = limits.reasonAgainst(choice);
        if (reason.isPresent()) {
            exits.refused().accept(step, reason.get());
        } else {
            store(step, limits.factors().find(choice.factorId()).orElseThrow());
            exits.done().accept(step);
        }
    }

    @Override
    public void answer(StepContext step) {
        show(step);
    }

    private static void store(StepContext step, OwnFactor factor) {
        new UserRecords(step.session(), step.realm())
                .setPrimaryMethod(step.user(), factor.method().json());
        CredentialModel credential = factor.credential();
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .detail(Details.CREDENTIAL_ID, credential.getId())
                .detail(EventDetails.CHANGE, EventDetails.PRIMARY)
                .success();
    }
}
