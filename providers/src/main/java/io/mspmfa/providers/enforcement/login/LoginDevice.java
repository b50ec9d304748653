// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.login;

import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.TrustedDevices;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.proof.SessionProofs;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The trusted device that a login comes from, which spares it the challenge and nothing else (R36). Only a login that
 * begins a session: step-ups, repeated logins and what continues a session in another way are asked.
 */
public final class LoginDevice {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AuthenticationSessionModel login;

    /** @param login a login to a managed realm; its user must be known */
    public LoginDevice(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.login = login;
    }

    /** Looks at the device, once in each login, and records that it is trusted. No SQL statement without its cookie. */
    void recognise() {
        TrustedDevices devices = new TrustedDevices(session, realm, user);
        SessionProofs proofs = new SessionProofs(session, realm);
        if (devices.isCookieThere()
                && mayHelp()
                && beginsSession()
                && proofs.inLogin(login, user).isEmpty()) {
            devices.recognise()
                    .map(device -> new Proof.ByDevice(device, ServerTime.seconds()))
                    .ifPresent(proof -> proofs.settle(login, user, proof));
        }
    }

    /** Whether this is the first look at the page of a browser flow, in a login that continues no session. */
    private boolean beginsSession() {
        DeviceNotes notes = new DeviceNotes(login);
        return notes.isPlain()
                && notes.isFirstLook()
                && new PrimaryLogin(session, login).continuedSession().isEmpty();
    }

    /**
     * Whether the login comes from a device that is still trusted, or continues a session that does. One SQL statement at
     * most in each request, and none if no device has been recognised.
     */
    public boolean isTrusted() {
        SessionProofs proofs = new SessionProofs(session, realm);
        Optional<Proof> proof = proofs.inLogin(login, user);
        return proof.isPresent()
                ? proof.filter(this::stands).isPresent() && mayHelp()
                : continuedProof(proofs).filter(this::stands).isPresent();
    }

    private Optional<Proof> continuedProof(SessionProofs proofs) {
        return AuthenticatorUtil.isSSOAuthentication(login)
                ? new PrimaryLogin(session, login).continuedSession().flatMap(proofs::inSession)
                : Optional.empty();
    }

    private boolean stands(Proof proof) {
        return proof instanceof Proof.ByDevice made && new TrustedDevices(session, realm, user).stands(made.device());
    }

    /** Whether a device can be used or trusted: not for a link to an identity provider's account, or the holder of a mailbox. */
    private boolean mayHelp() {
        return !LoginCheck.endsWithoutSession(login) && !new FirstLinkNotes(login).isOfExistingUser();
    }

    /** For how many days the user may trust this device after a challenge; empty if not at all. */
    public Optional<Integer> daysOffered() {
        return mayHelp() ? new TrustedDevices(session, realm, user).daysOffered() : Optional.empty();
    }

    /** Trusts the device, if a factor was verified in this login; a code that stands in for one is not enough (R34). */
    public void trust() {
        boolean isByFactor = new LoginCheck(session, login)
                .proofInLogin()
                .filter(LoginDevice::isByFactorItself)
                .isPresent();
        if (isByFactor && mayHelp() && new TrustedDevices(session, realm, user).trust()) {
            new DeviceNotes(login).noteNew();
        }
    }

    /** Whether this login made its device a trusted one. */
    public boolean isNew() {
        return new DeviceNotes(login).isNew();
    }

    private static boolean isByFactorItself(Proof.ByFactor proof) {
        return SecondFactors.STAND_INS.stream().noneMatch(codes -> codes.word().equals(proof.method()));
    }
}
