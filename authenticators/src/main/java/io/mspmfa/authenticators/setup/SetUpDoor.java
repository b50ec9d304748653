// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.setup;

import io.mspmfa.authenticators.challenge.FreshFactor;
import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.RequiredActionStep;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The door at which Keycloak's own set-up of a factor is reached. In managed realms, it leads to our set-up of the same
 * if there is one; otherwise to Keycloak's pages behind the same rules as ours: not for an impersonator, not by a mailbox
 * alone, not in an old session, and not without the factor that the user has.
 *
 * @param <P> Keycloak's own action
 */
public final class SetUpDoor<P extends RequiredActionProvider & CredentialRegistrator>
        implements RequiredActionProvider, CredentialRegistrator {
    private final P builtIn;
    private final Function<StepContext, Optional<Conversation>> ours;

    /**
     * @param ours our set-up of the same; empty if a step leads to Keycloak's
     */
    public SetUpDoor(P builtIn, Function<StepContext, Optional<Conversation>> ours) {
        this.builtIn = builtIn;
        this.ours = ours;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            RequiredActionStep step = new RequiredActionStep(context);
            step.hold(turn -> due(step).show(turn));
        } else {
            builtIn.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            RequiredActionStep step = new RequiredActionStep(context);
            step.hold(turn -> due(step).answer(turn));
        } else {
            builtIn.processAction(context);
        }
    }

    private Conversation due(RequiredActionStep step) {
        return ours.apply(step).orElseGet(() -> builtIn(step));
    }

    private Conversation builtIn(RequiredActionStep step) {
        boolean begun = new SetUpNotes(step).isBegun();
        Optional<Conversation> otherwise = SetUpTerms.wishForLater(step).or(() -> SetUpTerms.objection(step, begun));
        return otherwise.orElseGet(() -> new FreshFactor(new BuiltInPages(step)));
    }

    /** What Keycloak shows, once nothing stands in its way. */
    private final class BuiltInPages implements Conversation {
        private final RequiredActionStep step;

        BuiltInPages(RequiredActionStep step) {
            this.step = step;
        }

        @Override
        public void show(StepContext same) {
            new SetUpNotes(step).begin();
            step.handOver(builtIn::requiredActionChallenge);
        }

        @Override
        public void answer(StepContext same) {
            step.handOver(builtIn::processAction);
        }
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return SetUpTerms.maxAuthAge(session, builtIn.getMaxAuthAge(session));
    }

    @Override
    public String getCredentialType(KeycloakSession session, AuthenticationSessionModel login) {
        return builtIn.getCredentialType(session, login);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return builtIn.initiatedActionSupport();
    }

    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
        builtIn.initiatedActionCanceled(session, login);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        builtIn.evaluateTriggers(context);
    }

    @Override
    public void close() {
        builtIn.close();
    }
}
