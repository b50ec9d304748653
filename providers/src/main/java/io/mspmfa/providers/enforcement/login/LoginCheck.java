// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.core.enforcement.LoginFacts;
import io.mspmfa.core.enforcement.LoginFacts.Fact;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.brokerlinks.BrokerLinks;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.enforcement.realms.ManagedSince;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Decides what every login to a managed realm has to answer before it finishes: is a second factor still owed? */
public final class LoginCheck {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel login;
    private final LoginDevice device;
    private final LoginRisk risk;

    /**
     * @param session Keycloak's session of this request
     * @param login the authentication session; its user must be known
     */
    public LoginCheck(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.login = login;
        this.device = new LoginDevice(session, login);
        this.risk = new LoginRisk(session, login);
    }

    /** What the login still needs. */
    public LoginAnswer answer() {
        return RealmPolicies.isManaged(realm) ? facts(true).answer() : LoginAnswer.NOTHING;
    }

    /** The same if neither the device nor a low risk may help, as at a step that proves a level of authentication (R36). */
    public LoginAnswer answerOnAnyDevice() {
        return RealmPolicies.isManaged(realm) ? facts(false).answer() : LoginAnswer.NOTHING;
    }

    /** If a challenge is due, looks at the device that the login comes from, which may spare it. */
    public void recogniseDevice() {
        if (answer() == LoginAnswer.CHALLENGE) {
            device.recognise();
        }
    }

    private LoginFacts facts(boolean deviceHelps) {
        Obligation obligation = obligation();
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        BiConsumer<Fact, Boolean> note = (fact, holds) -> {
            if (holds) {
                facts.add(fact);
            }
        };
        boolean provenInLogin = proofInLogin().isPresent();
        boolean continuesSession = AuthenticatorUtil.isSSOAuthentication(login);
        note.accept(Fact.HAS_FACTOR, hasFactor());
        note.accept(Fact.PROVEN_IN_THIS_LOGIN, provenInLogin);
        note.accept(Fact.CONTINUES_SESSION, continuesSession);
        note.accept(Fact.PROVEN_IN_SESSION, continuesSession && isProvenInSession());
        note.accept(Fact.ENDS_WITHOUT_SESSION, endsWithoutSession());
        note.accept(Fact.OTHER_ACTION_PENDING, isOtherActionPending());
        note.accept(Fact.BACKUP_CODES_USED_UP, provenInLogin && isOutOfBackupCodes());
        note.accept(Fact.IMPERSONATED_BY_MASTER, continuesSession && isSettledInSession(Proof.ByImpersonation.class));
        note.accept(Fact.IN_GRACE, mayPostpone(obligation) && !grace().isOver(ServerTime.seconds()));
        note.accept(Fact.POSTPONED, isPostponed());
        note.accept(Fact.TRUSTED_DEVICE, deviceHelps && !provenInLogin && device.isTrusted());
        note.accept(Fact.LOW_RISK, deviceHelps && !provenInLogin && risk.isLow(obligation));
        return new LoginFacts(obligation, facts);
    }

    /** Checked before the grace period itself, whose clock starts when it is read. */
    private boolean mayPostpone(Obligation obligation) {
        return obligation.kind() == Obligation.Kind.REQUIRED && !hasFactor() && !endsWithoutSession();
    }

    private boolean hasFactor() {
        return SecondFactors.exist(user, policy());
    }

    private Policy policy() {
        return UserPolicies.of(session, realm, user);
    }

    /** What the policy requires of the user, given how this login came about. */
    public Obligation obligation() {
        return UserPolicies.obligation(session, realm, user, broker().isPresent());
    }

    /**
     * The identity provider that vouches for this login; empty for a password login. Determined from the notes of
     * Keycloak's broker, never from a session note, which a mapper can write. An account that was linked to an
     * existing user doesn't vouch until the user has passed a factor in a login through it, since a password or an
     * e-mail was enough to link it.
     */
    public Optional<String> broker() {
        String brokered = login.getAuthNote(AuthenticationProcessor.BROKER_USER_ID);
        if (brokered != null) {
            return Optional.of(BrokerAlias.find(session, brokered))
                    .filter(provider -> !new FirstLinkNotes(login).isOfExistingUser())
                    .filter(provider -> new BrokerLinks(session, realm).isTrusted(user, provider))
                    .map(BrokerAlias::word);
        }
        return AuthenticatorUtil.isSSOAuthentication(login) ? userSession().flatMap(this::brokerOf) : Optional.empty();
    }

    /**
     * According to the proof that the login check recorded; a session without one counts only if it began before the
     * realm was managed.
     */
    private Optional<String> brokerOf(UserSessionModel userSession) {
        Optional<Proof> proof = new SessionProofs(session, realm).inSession(userSession);
        if (proof.isPresent()) {
            return proof.filter(Proof.ByBroker.class::isInstance)
                    .map(Proof.ByBroker.class::cast)
                    .filter(new StandingVerdict(session, userSession)::vouches)
                    .map(Proof.ByBroker::alias);
        }
        return Optional.ofNullable(userSession.getBrokerUserId())
                .filter(id -> userSession.getStarted() < ManagedSince.of(realm))
                .map(id -> BrokerAlias.in(session, id));
    }

    /** Whether the policy asks this user for a factor, now or once the days of grace are over. */
    boolean isAskedSoonerOrLater() {
        return new UserDebt(session, realm, user).isAskedSoonerOrLater();
    }

    /** For how long the user may postpone; over if the policy grants no days. Starts the user's clock. */
    public GracePeriod grace() {
        return new GraceClock(session, realm, user).period();
    }

    /** Records why this login finishes without a second factor, for the gate to read. */
    public void settle() {
        SessionProofs proofs = new SessionProofs(session, realm);
        if (proofInLogin().isPresent() || endsWithoutSession()) {
            return;
        }
        boolean settledBefore = AuthenticatorUtil.isSSOAuthentication(login)
                && userSession().flatMap(proofs::inSession).isPresent();
        if (settledBefore || isSettledInLogin(Proof.ByGrace.class) || device.isTrusted()) {
            return;
        }
        Obligation obligation = obligation();
        long now = ServerTime.seconds();
        Proof proof = obligation.reason() == Obligation.Reason.BROKER
                ? new Proof.ByBroker(broker().orElseThrow(), now)
                : new Proof.ByExemption(obligation.reason(), now);
        proofs.settle(login, user, proof);
    }

    /** Records that the user postponed setting up a factor until the end of the grace period. */
    public void postpone() {
        new SessionProofs(session, realm).settle(login, user, new Proof.ByGrace(grace().end(), ServerTime.seconds()));
    }

    private boolean isPostponed() {
        return isSettledInLogin(Proof.ByGrace.class)
                || (AuthenticatorUtil.isSSOAuthentication(login) && isSettledInSession(Proof.ByGrace.class));
    }

    private boolean isSettledInLogin(Class<? extends Proof> kind) {
        return new SessionProofs(session, realm)
                .inLogin(login, user)
                .filter(kind::isInstance)
                .isPresent();
    }

    private boolean isSettledInSession(Class<? extends Proof> kind) {
        return userSession()
                .flatMap(userSession -> new SessionProofs(session, realm).inSession(userSession))
                .filter(kind::isInstance)
                .isPresent();
    }

    /** The proof made in this login by a factor that the user still has; empty if there is none. */
    public Optional<Proof.ByFactor> proofInLogin() {
        // a reset in the middle of a login also invalidates its proof
        return new SessionProofs(session, realm).inLogin(login, user).flatMap(this::byFactorThatIsThere);
    }

    /** Whether this login was started by a link in an e-mail and ends with a notice instead of a session. */
    public boolean endsWithoutSession() {
        return endsWithoutSession(login);
    }

    /** The same for a login whose user may not be known. */
    public static boolean endsWithoutSession(AuthenticationSessionModel login) {
        return login.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
    }

    private boolean isProvenInSession() {
        return userSession()
                .flatMap(userSession -> new SessionProofs(session, realm).inSession(userSession))
                .flatMap(this::byFactorThatIsThere)
                .isPresent();
    }

    private Optional<Proof.ByFactor> byFactorThatIsThere(Proof proof) {
        return proof instanceof Proof.ByFactor made && SecondFactors.canHaveMade(made, user, policy())
                ? Optional.of(made)
                : Optional.empty();
    }

    private Optional<UserSessionModel> userSession() {
        return new PrimaryLogin(session, login).continuedSession();
    }

    private boolean isOutOfBackupCodes() {
        return BackupCodes.INSTANCE
                .codes(user)
                .filter(codes -> codes.countUnused() == 0)
                .isPresent();
    }

    private boolean isOtherActionPending() {
        return Stream.concat(login.getRequiredActions().stream(), user.getRequiredActionsStream())
                .anyMatch(action -> !ActionIds.LOGIN_CHECK.equals(action));
    }
}
