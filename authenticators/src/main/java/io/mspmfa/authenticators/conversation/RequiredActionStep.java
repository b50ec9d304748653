// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.providers.ids.ActionIds;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.function.Consumer;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step of a required action. */
public final class RequiredActionStep extends StepContext {
    private final RequiredActionContext context;

    /**
     * @param context the context of the required action, while its page is requested or its form is handled
     */
    public RequiredActionStep(RequiredActionContext context) {
        this.context = context;
    }

    @Override
    public String id() {
        return context.getAction();
    }

    @Override
    public KeycloakSession session() {
        return context.getSession();
    }

    @Override
    public UserModel user() {
        return context.getUser();
    }

    @Override
    public AuthenticationSessionModel authSession() {
        return context.getAuthenticationSession();
    }

    @Override
    public EventBuilder newEvent() {
        return context.getEvent().clone();
    }

    @Override
    protected LoginFormsProvider form() {
        return context.form();
    }

    @Override
    public URI refreshUri() {
        return UriBuilder.fromUri(context.getActionUrl("none"))
                .replaceQueryParam(LoginActionsService.SESSION_CODE)
                .build();
    }

    @Override
    public boolean isCancellable() {
        return id().equals(authSession().getClientNote(Constants.KC_ACTION_EXECUTING))
                && !Boolean.parseBoolean(authSession().getClientNote(Constants.KC_ACTION_ENFORCED));
    }

    @Override
    protected void answerWith(Response page) {
        context.challenge(page);
    }

    /** Ends the turn with what a built-in action makes of it. */
    public void handOver(Consumer<RequiredActionContext> builtIn) {
        endWith(() -> builtIn.accept(context));
    }

    @Override
    protected void letGoOnWithout() {
        if (ActionIds.LOGIN_CHECK.equals(id())) {
            throw new IllegalStateException("The login check can't be skipped");
        }
        context.ignore();
    }

    /**
     * Keycloak doesn't count failures in required actions, so this reports them to its detection, with a category that
     * it counts (P1).
     */
    @Override
    protected void answerFailureWith(Response page) {
        countFailure();
        context.challenge(page);
    }

    @Override
    protected void letGoOn() {
        context.success();
    }

    @Override
    protected void cutOffWith(Response page) {
        countFailure();
        forgetLogin();
        context.challenge(page);
    }
}
