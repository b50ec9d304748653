// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.webauthn;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationSelectionOption;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * The parts of a flow context that Keycloak's authenticators may call and for which we have no flow. All methods are
 * written out, so that a method added by a later version of Keycloak is a compile error here.
 */
abstract class NoFlow implements AuthenticationFlowContext {
    private static UnsupportedOperationException noFlow() {
        return new UnsupportedOperationException("There is no flow here");
    }

    @Override
    public List<AuthenticationSelectionOption> getAuthenticationSelections() {
        throw noFlow();
    }

    @Override
    public void setAuthenticationSelections(List<AuthenticationSelectionOption> options) {
        throw noFlow();
    }

    @Override
    public void clearUser() {
        throw noFlow();
    }

    @Override
    public void attachUserSession(UserSessionModel userSession) {
        throw noFlow();
    }

    @Override
    public String getFlowPath() {
        throw noFlow();
    }

    @Override
    public LoginFormsProvider form() {
        throw noFlow();
    }

    @Override
    public URI getActionUrl(String code) {
        throw noFlow();
    }

    @Override
    public URI getActionTokenUrl(String tokenString) {
        throw noFlow();
    }

    @Override
    public URI getRefreshExecutionUrl() {
        throw noFlow();
    }

    @Override
    public URI getRefreshUrl(boolean authSessionIdParam) {
        throw noFlow();
    }

    @Override
    public void cancelLogin() {
        throw noFlow();
    }

    @Override
    public void resetFlow() {
        throw noFlow();
    }

    @Override
    public void resetFlow(Runnable afterResetListener) {
        throw noFlow();
    }

    @Override
    public void fork() {
        throw noFlow();
    }

    @Override
    public void forkWithSuccessMessage(FormMessage message) {
        throw noFlow();
    }

    @Override
    public void forkWithErrorMessage(FormMessage message) {
        throw noFlow();
    }

    @Override
    public EventBuilder newEvent() {
        throw noFlow();
    }

    @Override
    public AuthenticationExecutionModel getExecution() {
        throw noFlow();
    }

    @Override
    public AuthenticationFlowModel getTopLevelFlow() {
        throw noFlow();
    }

    @Override
    public BruteForceProtector getProtector() {
        throw noFlow();
    }

    @Override
    public AuthenticatorConfigModel getAuthenticatorConfig() {
        throw noFlow();
    }

    @Override
    public FormMessage getForwardedErrorMessage() {
        throw noFlow();
    }

    @Override
    public FormMessage getForwardedSuccessMessage() {
        throw noFlow();
    }

    @Override
    public FormMessage getForwardedInfoMessage() {
        throw noFlow();
    }

    @Override
    public void setForwardedInfoMessage(String message, Object... parameters) {
        throw noFlow();
    }

    @Override
    public String generateAccessCode() {
        throw noFlow();
    }

    @Override
    public AuthenticationExecutionModel.Requirement getCategoryRequirementFromCurrentFlow(String category) {
        throw noFlow();
    }

    @Override
    public void success() {
        throw noFlow();
    }

    @Override
    public void failure(AuthenticationFlowError error) {
        throw noFlow();
    }

    @Override
    public void failure(
            AuthenticationFlowError error, Response response, String eventDetails, String userErrorMessage) {
        throw noFlow();
    }

    @Override
    public void challenge(Response response) {
        throw noFlow();
    }

    @Override
    public void forceChallenge(Response response) {
        throw noFlow();
    }

    @Override
    public void failureChallenge(AuthenticationFlowError error, Response response) {
        throw noFlow();
    }

    @Override
    public void attempted() {
        throw noFlow();
    }

    @Override
    public FlowStatus getStatus() {
        throw noFlow();
    }

    @Override
    public AuthenticationFlowError getError() {
        throw noFlow();
    }

    @Override
    public String getEventDetails() {
        throw noFlow();
    }

    @Override
    public String getUserErrorMessage() {
        throw noFlow();
    }
}
