// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.DeviceName;
import io.mspmfa.providers.factors.ChangeLock;
import io.mspmfa.providers.ids.EventDetails;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/**
 * Gives a factor another name. Must be preceded by a {@link io.mspmfa.authenticators.challenge.FreshFactor}: whoever
 * finds an open session must not be able to swap the names of two keys, so that the owner removes the wrong one.
 */
final class Renaming implements Conversation {
    private final Choice choice;
    private final Exits exits;

    Renaming(Choice choice, Exits exits) {
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
            OwnFactor factor = limits.factors().find(choice.factorId()).orElseThrow();
            step.show(page(step, factor, factor.credential().getUserLabel()).render());
        }
    }

    @Override
    public void answer(StepContext step) {
        Limits limits = new Limits(step);
        if (step.isPressed("back")) {
            exits.back().accept(step);
        } else if (!step.isPressed("save") || limits.reasonAgainst(choice).isPresent()) {
            show(step);
        } else {
            save(step, limits.factors().find(choice.factorId()).orElseThrow());
        }
    }

    private void save(StepContext step, OwnFactor factor) {
        DeviceName name = DeviceName.posted(step);
        // a name that is much too long arrives as none, and must not erase what is there
        Optional<String> objection = name.text().isEmpty()
                ? Optional.of("mspMfaLabelMissing")
                : name.objection(step.user(), factor.credential().getType(), Set.of(factor.id()));
        if (objection.isPresent()) {
            step.show(page(step, factor, name.text())
                    .error(DeviceName.FIELD, objection.get())
                    .render());
        } else if (ChangeLock.tryLock(step.session(), step.realm(), step.user())) {
            store(step, factor.credential(), name.text());
            exits.done().accept(step);
        } else {
            step.show(page(step, factor, name.text()).problem("mspMfaTryAgain").render());
        }
    }

    private static void store(StepContext step, CredentialModel credential, String name) {
        step.user().credentialManager().updateCredentialLabel(credential.getId(), name);
        step.newEvent()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, credential.getType())
                .detail(Details.CREDENTIAL_ID, credential.getId())
                .detail(EventDetails.CHANGE, EventDetails.NAME)
                .success();
    }

    private static Page page(StepContext step, OwnFactor factor, @Nullable String name) {
        return step.page("msp-mfa-rename.ftl")
                .with("factor", ManageRows.described(step, factor))
                .with("cancellable", false)
                .with("userLabel", name);
    }
}
