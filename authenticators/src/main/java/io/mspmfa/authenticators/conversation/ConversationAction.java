// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.providers.enforcement.login.PrimaryLogin;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/** A required action that runs a conversation. In a realm that is not managed, it has no effect. */
public abstract class ConversationAction implements RequiredActionProvider {
    /** The current conversation, determined from the state of the authentication session. */
    protected abstract Conversation current(StepContext step);

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    /**
     * Ends a login whose user has been deleted in the meantime with Keycloak's error page; Keycloak itself would
     * continue.
     */
    protected static void requireUser(RequiredActionContext context) {
        if (context.getUser() == null) {
            throw new ErrorPageException(
                    context.getSession(),
                    context.getAuthenticationSession(),
                    Response.Status.BAD_REQUEST,
                    Messages.INVALID_USER);
        }
    }

    @Override
    public final void requiredActionChallenge(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            StepContext step = new RequiredActionStep(context);
            step.hold(turn -> current(turn).show(turn));
        } else {
            context.success();
        }
    }

    @Override
    public final void processAction(RequiredActionContext context) {
        if (RealmPolicies.isManaged(context.getRealm())) {
            requireUser(context);
            StepContext step = new RequiredActionStep(context);
            step.hold(turn -> current(turn).answer(turn));
        } else {
            context.success();
        }
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return PrimaryLogin.FRESH_LOGIN_SECONDS;
    }

    @Override
    public void close() {}
}
