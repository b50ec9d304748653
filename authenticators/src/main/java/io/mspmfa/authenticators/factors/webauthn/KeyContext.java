// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A step as Keycloak's WebAuthn authenticator sees it while it verifies a response; keeps the outcome. */
final class KeyContext extends NoFlow {
    private final StepContext step;
    private final EventBuilder event;
    private boolean passed;

    /**
     * @param event records what goes wrong
     */
    KeyContext(StepContext step, EventBuilder event) {
        this.step = step;
        this.event = event;
    }

    /** Whether the response was correct. */
    boolean isPassed() {
        return passed;
    }

    private void requireSame(UserModel user) {
        if (!user.getId().equals(step.user().getId())) {
            throw new IllegalStateException("The key of another user");
        }
    }

    @Override
    public UserModel getUser() {
        return step.user();
    }

    @Override
    public void setUser(UserModel user) {
        requireSame(user);
    }

    @Override
    public AuthenticationSessionModel getAuthenticationSession() {
        return step.authSession();
    }

    @Override
    public EventBuilder getEvent() {
        return event;
    }

    @Override
    public RealmModel getRealm() {
        return step.realm();
    }

    @Override
    public UriInfo getUriInfo() {
        return step.session().getContext().getUri();
    }

    @Override
    public KeycloakSession getSession() {
        return step.session();
    }

    @Override
    public HttpRequest getHttpRequest() {
        return step.session().getContext().getHttpRequest();
    }

    @Override
    public ClientConnection getConnection() {
        return step.session().getContext().getConnection();
    }

    @Override
    public void success(String credentialType) {
        passed = true;
    }

    @Override
    public void failure(AuthenticationFlowError error, Response response) {
        passed = false;
    }
}
