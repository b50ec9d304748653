// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.core.enforcement.FloorQuestion;
import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.Factors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationProcessor;
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
        return RealmPolicies.isManaged(realm) ? question().answer() : FloorQuestion.Answer.NOTHING;
    }

    private FloorQuestion question() {
        Obligation obligation = obligation();
        boolean hasFactor = Factors.exist(user) || isKeyDue();
        boolean provenInLogin = proofInLogin().isPresent();
        boolean continuesSession = AuthenticatorUtil.isSSOAuthentication(login);
        boolean mayPostpone = obligation.kind() == Obligation.Kind.REQUIRED && !hasFactor && !endsWithoutSession();
        return new FloorQuestion(
                obligation,
                hasFactor,
                provenInLogin,
                continuesSession,
                continuesSession && isProvenInSession(),
                endsWithoutSession(),
                isOtherActionPending(),
                provenInLogin && isOutOfBackupCodes(),
                continuesSession && isSettledInSession(Proof.IMPERSONATION),
                mayPostpone && !grace().isOver(Time.currentTimeSeconds()),
                isPostponed());
    }

    /** Whether the user has nothing but a security key. The page of a mail link's errand has no way to ask for that. */
    private boolean isKeyDue() {
        return !endsWithoutSession() && Factors.hasKey(user, UserPolicies.of(session, realm, user));
    }

    /** What the policy asks of the user, as this login came about. */
    public Obligation obligation() {
        return UserPolicies.obligation(session, realm, user, broker().isPresent());
    }

    /**
     * The identity provider that vouches for this login; empty for a password. Told by what Keycloak's broker itself
     * noted, never by a session note, which a mapper can write. An account that was linked just now vouches for nobody
     * who has a factor: a password or a mail was enough to link it.
     */
    public Optional<String> broker() {
        String brokered = login.getAuthNote(AuthenticationProcessor.BROKER_USER_ID);
        if (brokered != null) {
            boolean vouches = !new FirstLinkNotes(login).isOfExistingUser() || !isFactorOwed();
            return vouches ? Optional.of(BrokerAlias.in(session, brokered)) : Optional.empty();
        }
        return AuthenticatorUtil.isSSOAuthentication(login) ? userSession().flatMap(this::brokerOf) : Optional.empty();
    }

    /** By the floor's own verdict; a session without one counts only if it is from before there was a floor. */
    private Optional<String> brokerOf(UserSessionModel userSession) {
        Optional<Proof> proof = new SessionProofs(session, realm).inSession(userSession);
        if (proof.isPresent()) {
            return proof.filter(settled -> Proof.BROKER.equals(settled.kind())).map(Proof::method);
        }
        return Optional.ofNullable(userSession.getBrokerUserId())
                .filter(id -> userSession.getStarted() < ManagedSince.of(realm))
                .map(id -> BrokerAlias.in(session, id));
    }

    /** Whether the user has a factor that a login by password would have to show. */
    boolean isFactorOwed() {
        boolean asked = UserPolicies.obligation(session, realm, user, false).kind() != Obligation.Kind.NONE;
        return asked && (Factors.exist(user) || isKeyDue());
    }

    /** For how long the user may say "later"; over where the policy gives no days. Starts the user's clock. */
    public GracePeriod grace() {
        return new Grace(session, realm, user).period();
    }

    /** Records why this login ends without a second factor, for the gate to read. */
    public void settle() {
        SessionProofs proofs = new SessionProofs(session, realm);
        if (proofInLogin().isPresent() || endsWithoutSession()) {
            return;
        }
        boolean settledBefore = AuthenticatorUtil.isSSOAuthentication(login)
                && userSession().flatMap(proofs::inSession).isPresent();
        if (settledBefore || isSettledInLogin(Proof.GRACE)) {
            return;
        }
        Obligation obligation = obligation();
        if (obligation.reason() == Obligation.Reason.BROKER) {
            proofs.settle(login, user, Proof.BROKER, broker().orElseThrow());
        } else {
            proofs.settle(login, user, Proof.EXEMPT, obligation.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Records that the user put set-up off until the end of the grace period. */
    public void postpone() {
        new SessionProofs(session, realm).settle(login, user, Proof.GRACE, Long.toString(grace().end()));
    }

    private boolean isPostponed() {
        return isSettledInLogin(Proof.GRACE)
                || (AuthenticatorUtil.isSSOAuthentication(login) && isSettledInSession(Proof.GRACE));
    }

    private boolean isSettledInLogin(String kind) {
        return new SessionProofs(session, realm)
                .inLogin(login, user)
                .filter(proof -> kind.equals(proof.kind()))
                .isPresent();
    }

    private boolean isSettledInSession(String kind) {
        return userSession()
                .flatMap(userSession -> new SessionProofs(session, realm).inSession(userSession))
                .filter(proof -> kind.equals(proof.kind()))
                .isPresent();
    }

    /** The proof that a factor which the user still has made in this login; empty where none did. */
    public Optional<Proof> proofInLogin() {
        return new SessionProofs(session, realm)
                .inLogin(login, user)
                .filter(proof -> Proof.FACTOR.equals(proof.kind()))
                // a reset in the middle of a login takes its proof with it
                .filter(proof -> new Factors(user).canHaveMade(proof));
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
                .filter(proof -> Proof.FACTOR.equals(proof.kind()))
                .filter(proof -> new Factors(user).canHaveMade(proof))
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
