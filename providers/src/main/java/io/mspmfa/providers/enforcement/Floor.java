// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.core.enforcement.FloorQuestion;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.Factors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.common.util.Time;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** The question that every login to a managed realm has to answer before it ends: is a second factor still owed? */
public final class Floor {
    /** The required action that asks the question. */
    public static final String ACTION_ID = "msp-mfa";

    /** A primary login older than this, in seconds, is not fresh enough to set up a factor on the strength of it. */
    public static final int FRESH_LOGIN_SECONDS = 300;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    /**
     * @param session Keycloak's session of this request
     * @param login the authentication session, with its user known
     */
    public Floor(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.login = login;
    }

    /** What the login still owes. */
    public FloorQuestion.Answer answer() {
        if (!RealmPolicies.isManaged(realm)) {
            return FloorQuestion.Answer.NOTHING;
        }
        Policy policy = RealmPolicies.of(realm);
        boolean provenInLogin = proofInLogin().isPresent();
        boolean continuesSession = AuthenticatorUtil.isSSOAuthentication(login);
        return new FloorQuestion(
                        policy,
                        Factors.exist(user),
                        provenInLogin,
                        continuesSession,
                        continuesSession && isProvenInSession(),
                        endsWithoutSession(),
                        isOtherActionPending(),
                        provenInLogin && isOutOfBackupCodes())
                .answer();
    }

    /** The proof made in this login; empty where none was. */
    public Optional<Proof> proofInLogin() {
        return new SessionProofs(session, realm).inLogin(login, user);
    }

    /**
     * Whether the user signed in too long ago to set up a factor without signing in again. A step-up continues a session
     * as the SSO cookie does, without saying so in SSO_AUTH.
     */
    public boolean isLoginStale() {
        boolean passwordJustAsked = AuthenticatorUtil.isForcedReauthentication(login)
                || TokenUtil.hasPrompt(
                        login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        return !passwordJustAsked
                && userSession()
                        .map(Floor::secondsSinceLogin)
                        .filter(seconds -> seconds > FRESH_LOGIN_SECONDS)
                        .isPresent();
    }

    /** Whether this is the errand of a mail link, which ends in a notice instead of a session. */
    public boolean endsWithoutSession() {
        return login.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
    }

    /** Whether somebody else acts in the user's name, who may look around but set up nothing. */
    public boolean isImpersonated() {
        return userSession()
                .map(userSession -> userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()))
                .isPresent();
    }

    private static long secondsSinceLogin(UserSessionModel userSession) {
        String time = userSession.getNote(AuthenticationManager.AUTH_TIME);
        return time == null ? Long.MAX_VALUE : Time.currentTimeSeconds() - Long.parseLong(time);
    }

    private boolean isProvenInSession() {
        return userSession()
                .flatMap(userSession -> new SessionProofs(session, realm).inSession(userSession))
                .filter(proof -> proof.time() >= new Factors(user).since())
                .isPresent();
    }

    private Optional<UserSessionModel> userSession() {
        String id = login.getParentSession().getId();
        return Optional.ofNullable(session.sessions().getUserSession(realm, id))
                .filter(userSession -> user.getId().equals(userSession.getUser().getId()));
    }

    private boolean isOutOfBackupCodes() {
        return new Factors(user)
                .backupCodes()
                .filter(codes -> codes.countUnused() == 0)
                .isPresent();
    }

    private boolean isOtherActionPending() {
        return Stream.concat(login.getRequiredActions().stream(), user.getRequiredActionsStream())
                .anyMatch(action -> !ACTION_ID.equals(action));
    }
}
