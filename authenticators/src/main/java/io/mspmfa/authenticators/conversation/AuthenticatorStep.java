// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.providers.attempts.BruteForceDetection;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step of an authenticator that replaces one of Keycloak's in a flow. */
public final class AuthenticatorStep extends StepContext {
    private final AuthenticationFlowContext context;
    private final String id;
    private final Runnable finish;

    /**
     * @param context the context of the execution
     * @param id the id of the authenticator
     */
    public AuthenticatorStep(AuthenticationFlowContext context, String id) {
        this(context, id, () -> context.success(BruteForceDetection.CATEGORY));
    }

    /**
     * @param context the context of the execution
     * @param id the id of the authenticator
     * @param finish sets the result of the execution after a conversation has succeeded
     */
    public AuthenticatorStep(AuthenticationFlowContext context, String id, Runnable finish) {
        this.context = context;
        this.id = id;
        this.finish = finish;
    }

    @Override
    public String id() {
        return id;
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
        return context.getRefreshExecutionUrl();
    }

    @Override
    public boolean isCancellable() {
        return false;
    }

    @Override
    protected void answerWith(Response page) {
        context.forceChallenge(page);
    }

    @Override
    protected void answerFailureWith(Response page) {
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
    }

    @Override
    protected void letGoOn() {
        finish.run();
    }

    @Override
    protected void letGoOnWithout() {
        throw new IllegalStateException("A step of a flow can't be skipped: " + id);
    }

    @Override
    protected void cutOffWith(Response page) {
        // the flow would count it for the user of the login, which has forgotten the user by then
        countFailure();
        forgetLogin();
        context.failure(AuthenticationFlowError.USER_TEMPORARILY_DISABLED, page);
    }
}
