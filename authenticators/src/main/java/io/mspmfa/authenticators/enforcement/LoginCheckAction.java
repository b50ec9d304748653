// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.ConversationAction;
import io.mspmfa.authenticators.conversation.OpenNotes;
import io.mspmfa.authenticators.conversation.PendingActions;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.directgrant.PasswordGrant;
import io.mspmfa.authenticators.registration.SignInAgain;
import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.Readiness;
import io.mspmfa.providers.enforcement.login.FirstLink;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.links.LinkNotes;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The login check: a required action that Keycloak runs after every kind of login, whatever the flow. It adds itself to
 * the authentication session, never to the user, and removes itself when nothing is owed any more.
 */
final class LoginCheckAction extends ConversationAction {
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (!RealmPolicies.isManaged(context.getRealm())) {
            return;
        }
        requireUser(context);
        if (!Readiness.isInCharge(context.getSession()) || SignInAgain.isDue(login)) {
            login.addRequiredAction(ActionIds.LOGIN_CHECK); // which refuses, or leads to the login page
            return;
        }
        LinkNotes link = new LinkNotes(login);
        link.endSessionByLink(context.getSession());
        if (link.isByLink() || link.isRefused()) {
            login.addRequiredAction(ActionIds.LOGIN_CHECK);
            return;
        }
        link.forgetLink();
        new SessionProofs(context.getSession(), context.getRealm()).restore(login);
        LoginCheck loginCheck = new LoginCheck(context.getSession(), login);
        if (PasswordGrant.isOne(context.getSession())) {
            PasswordGrant.settle(context);
        } else {
            loginCheck.recogniseDevice();
        }
        Optional<Proof.ByFactor> proven = loginCheck.proofInLogin();
        proven.ifPresent(proof -> {
            context.getEvent().detail(EventDetails.METHOD, proof.method());
            FirstLink.shown(context.getSession(), login);
        });
        if (!isOver(loginCheck, login, proven) || isInConversation(login)) {
            login.addRequiredAction(ActionIds.LOGIN_CHECK);
            EcpRefusal.report(context);
        } else {
            login.removeRequiredAction(ActionIds.LOGIN_CHECK);
            new SettledLogin(context, loginCheck).settle();
            // an administrator can assign it to a user, which would make a password grant fail even with a code
            PendingActions.takeOff(context.getUser(), ActionIds.LOGIN_CHECK);
        }
    }

    /** Notes the levels of authentication as soon as they are known. */
    private static boolean isOver(
            LoginCheck loginCheck, AuthenticationSessionModel login, Optional<Proof.ByFactor> proven) {
        boolean isSettled = loginCheck.answer() == LoginAnswer.NOTHING;
        if (isSettled || proven.isPresent()) {
            new LevelNotes(login).settle(proven);
        }
        return isSettled && !LevelNotes.isMissed(login);
    }

    private static boolean isInConversation(AuthenticationSessionModel login) {
        return new OpenNotes(login).at(ActionIds.LOGIN_CHECK).isPresent();
    }

    @Override
    protected Conversation current(StepContext step) {
        return Entry.dueAt(step);
    }
}
