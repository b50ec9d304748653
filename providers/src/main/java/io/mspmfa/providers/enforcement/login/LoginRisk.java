// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.proof.SessionProofs;
import io.mspmfa.providers.risk.RiskCheck;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What risk means for a login in mode {@code adaptive}: a low one spares the challenge and the set-up, a high one makes a
 * set-up need more than a password.
 */
public final class LoginRisk {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    /** @param login a login to a managed realm; its user must be known */
    public LoginRisk(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.login = login;
    }

    /** Whether the login needs no factor, because its risk is low, or because it continues a session whose risk was. */
    public boolean isLow() {
        return isLow(new LoginCheck(session, login).obligation());
    }

    /** The same; nobody is to be impersonated without the factor. */
    boolean isLow(Obligation obligation) {
        return isAdaptive()
                && obligation.kind() != Obligation.Kind.NONE
                && mayHelp()
                && (continuesLowRisk() || !check().judgement().challenge())
                && !new PrimaryLogin(session, login).isImpersonated(); // last, since it takes an SQL statement
    }

    /**
     * Whether a user without a factor needs more than this login to set one up: the thief of a password must not be the
     * first to do so (P22).
     */
    public boolean isTooHighForSetUp() {
        Policy policy = policy();
        boolean isOurs = isAdaptive()
                && !policy.get(PolicyField.ENROL_WHEN_RISKY)
                && !SecondFactors.exist(user, policy)
                && !new FirstLinkNotes(login).isOfNewUser();
        return isOurs
                && new LoginCheck(session, login).obligation().kind() != Obligation.Kind.NONE
                && !(mayHelp() && continuesLowRisk())
                && check().judgement().challenge();
    }

    /** How the login was judged; empty if it wasn't. */
    public Optional<Judgement> judged() {
        return isAdaptive() ? check().judged() : Optional.empty();
    }

    /** To be called when nothing stands in the way of the login any more. */
    public void mayFinish() {
        if (isAdaptive()) {
            check().mayFinish(new LoginCheck(session, login)
                    .proofInLogin()
                    .filter(LoginRisk::isByFactorItself)
                    .isPresent());
        }
    }

    /** Not by a code that stands in for one: whoever finds a backup code must not be known from then on. */
    private static boolean isByFactorItself(Proof.ByFactor proof) {
        return SecondFactors.STAND_INS.stream().noneMatch(codes -> codes.word().equals(proof.method()));
    }

    /** If a factor is required of the user individually, the mode of this policy is {@code required}. */
    private boolean isAdaptive() {
        return policy().get(PolicyField.MODE) == Mode.ADAPTIVE;
    }

    /**
     * Only a login at the login page: grants without a page show no cookie, the holder of a mailbox has shown no password,
     * and a link to an identity provider waits for the factor.
     */
    private boolean mayHelp() {
        return new DeviceNotes(login).isPlain()
                && !LoginCheck.endsWithoutSession(login)
                && !new FirstLinkNotes(login).isOfExistingUser();
    }

    private boolean continuesLowRisk() {
        return AuthenticatorUtil.isSSOAuthentication(login)
                && new PrimaryLogin(session, login)
                        .continuedSession()
                        .flatMap(new SessionProofs(session, realm)::inSession)
                        .filter(proof ->
                                proof instanceof Proof.ByExemption exempt && exempt.reason() == Obligation.Reason.RISK)
                        .isPresent();
    }

    private RiskCheck check() {
        return new RiskCheck(session, login);
    }

    private Policy policy() {
        return UserPolicies.of(session, realm, user);
    }
}
