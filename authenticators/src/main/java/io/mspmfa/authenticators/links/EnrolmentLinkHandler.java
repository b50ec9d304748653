// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.links;

import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.links.EnrolmentLinkToken;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.ActionTokenHandler;
import org.keycloak.authentication.actiontoken.ExplainedTokenVerificationException;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsServiceException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Opens an enrolment link. Opening it changes nothing and shows only a page with a button, so that programs that follow
 * links in messages can't use it up or see a secret.
 */
final class EnrolmentLinkHandler implements ActionTokenHandler<EnrolmentLinkToken> {
    /**
     * Responds with a redirect to the page, instead of a login for Keycloak to continue: Keycloak would refuse a
     * browser in which someone else is signed in, and a reseller may well open the link in such a browser (K13). The
     * state of the user, which Keycloak would check there as well, is therefore checked here.
     */
    @Override
    public AuthenticationSessionModel startFreshAuthenticationSession(
            EnrolmentLinkToken token, ActionTokenContext<EnrolmentLinkToken> context) throws VerificationException {
        UserModel user = requireOpen(token, context);
        // the login check comes before any other pending action, such as setting a new password
        ManagedRealms.align(context.getRealm());
        AuthenticationSessionModel login = LinkLogin.begin(context.getSession(), context.getRealm());
        login.setAuthenticatedUser(user);
        login.addRequiredAction(ActionIds.LOGIN_CHECK);
        new LinkNotes(login).open(token.getId());
        context.getEvent()
                .event(EventType.EXECUTE_ACTION_TOKEN)
                .client(login.getClient())
                .success();
        Response page = AuthenticationManager.redirectToRequiredActions(
                context.getSession(), context.getRealm(), login, context.getUriInfo(), ActionIds.LOGIN_CHECK);
        throw new LoginActionsServiceException(page);
    }

    private static UserModel requireOpen(EnrolmentLinkToken token, ActionTokenContext<EnrolmentLinkToken> context)
            throws VerificationException {
        UserModel user = context.getSession().users().getUserById(context.getRealm(), token.getUserId());
        if (user == null) {
            throw new ExplainedTokenVerificationException(token, Errors.USER_NOT_FOUND, Messages.INVALID_USER);
        }
        if (!user.isEnabled()) {
            EnrolmentLinks.revoke(context.getSession(), context.getRealm(), user);
            throw new ExplainedTokenVerificationException(token, Errors.USER_DISABLED, "mspMfaLinkDead");
        }
        boolean open = RealmPolicies.isManaged(context.getRealm())
                && EnrolmentLinks.isOpen(context.getSession(), context.getRealm(), user.getId(), token.getId());
        if (!open) {
            throw new ExplainedTokenVerificationException(token, Errors.EXPIRED_CODE, "mspMfaLinkDead");
        }
        return user;
    }

    @Override
    public Response handleToken(EnrolmentLinkToken token, ActionTokenContext<EnrolmentLinkToken> context) {
        throw new IllegalStateException("A link is answered when its login begins");
    }

    @Override
    public Class<EnrolmentLinkToken> getTokenClass() {
        return EnrolmentLinkToken.class;
    }

    /** None, because a link isn't bound to a browser. */
    @Override
    public @Nullable String getAuthenticationSessionIdFromToken(
            EnrolmentLinkToken token,
            ActionTokenContext<EnrolmentLinkToken> context,
            @Nullable AuthenticationSessionModel current) {
        return null;
    }

    @Override
    public EventType eventType() {
        return EventType.EXECUTE_ACTION_TOKEN;
    }

    @Override
    public String getDefaultEventError() {
        return Errors.NOT_ALLOWED;
    }

    @Override
    public String getDefaultErrorMessage() {
        return "mspMfaLinkDead";
    }

    /** Opening it twice does no harm; its single use is claimed at the end of the enrolment. */
    @Override
    public boolean canUseTokenRepeatedly(EnrolmentLinkToken token, ActionTokenContext<EnrolmentLinkToken> context) {
        return true;
    }

    @Override
    public void close() {}
}
