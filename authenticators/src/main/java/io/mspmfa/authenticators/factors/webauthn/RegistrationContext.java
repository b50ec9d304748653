// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import io.mspmfa.authenticators.conversation.StepContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A step as Keycloak's registration of keys sees it: it shows no page, reports nothing, and ends no action. All methods
 * are written out, so that a method added by a later version of Keycloak is a compile error here.
 */
final class RegistrationContext implements RequiredActionContext {
    private final StepContext step;
    private final UnseenForm form;
    private final EventBuilder event;

    RegistrationContext(StepContext step) {
        this.step = step;
        this.form = new UnseenForm(step.session());
        this.event = new UnsentEvent(step.realm(), step.session());
    }

    /** What the page would have been given. */
    Map<String, Object> attributes() {
        return form.attributes();
    }

    private static UnsupportedOperationException noAction() {
        return new UnsupportedOperationException("There is no action here");
    }

    @Override
    public String getAction() {
        return step.id();
    }

    @Override
    public URI getActionUrl(String code) {
        throw noAction();
    }

    @Override
    public URI getActionUrl() {
        throw noAction();
    }

    @Override
    public LoginFormsProvider form() {
        return form;
    }

    @Override
    public @Nullable Response getChallenge() {
        return null;
    }

    @Override
    public EventBuilder getEvent() {
        return event;
    }

    @Override
    public UserModel getUser() {
        return step.user();
    }

    @Override
    public RealmModel getRealm() {
        return step.realm();
    }

    @Override
    public AuthenticationSessionModel getAuthenticationSession() {
        return step.authSession();
    }

    @Override
    public ClientConnection getConnection() {
        return step.session().getContext().getConnection();
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
    public RequiredActionConfigModel getConfig() {
        throw noAction();
    }

    @Override
    public String generateCode() {
        throw noAction();
    }

    @Override
    public Status getStatus() {
        throw noAction();
    }

    @Override
    public String getErrorMessage() {
        throw noAction();
    }

    @Override
    public void challenge(Response response) {
        // our own page follows
    }

    @Override
    public void failure(String errorMessage) {
        // as above
    }

    @Override
    public void success() {
        // the key is held
    }

    @Override
    public void cancel() {
        throw noAction();
    }

    @Override
    public void ignore() {
        throw noAction();
    }
}
