// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.proof;

import io.mspmfa.core.proof.Proof;
import io.mspmfa.core.proof.Statement;
import io.mspmfa.core.proof.Statement.Place;
import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.compatibility.ServerTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Writes and reads the proof that a login owes no second factor, and why: either it passed one, or nothing was
 * required. The proof is a note of the user session, signed with a key of the master realm. A copy in an authentication
 * note, which identity-provider mappers can't reach, restores it if such a mapper has overwritten it.
 */
public final class SessionProofs {
    private static final String NOTE = "msp.mfa.proof";
    private static final String VERIFIED = "msp.mfa.proofs.verified";

    /**
     * A proof may be older than its session by the duration of a login; an even older one belongs to another session.
     */
    private static final int MAX_SECONDS_BEFORE_SESSION = 3600;

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * @param session Keycloak's session of this request
     * @param realm the user's realm
     */
    public SessionProofs(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Records that a second factor was verified in this login.
     *
     * @param method what was verified, such as {@code totp}
     */
    public void record(AuthenticationSessionModel login, UserModel user, String method) {
        settle(login, user, new Proof.ByFactor(method, ServerTime.seconds()));
        // at the end of the login, Keycloak's brute-force detection forgets the failures for this kind of credential
        AuthenticatorUtil.addAuthCredential(login, BruteForceDetection.CATEGORY);
    }

    /**
     * Records why this login owes nothing.
     *
     * @throws IllegalArgumentException if a word in the proof contains {@code |}
     */
    public void settle(AuthenticationSessionModel login, UserModel user, Proof proof) {
        String note = sign(placeOf(login, user), proof);
        login.setAuthNote(NOTE, note);
        login.setUserSessionNote(NOTE, note);
    }

    /** Records why a session that was created without a login, by impersonation, owes nothing. */
    public void settle(UserSessionModel userSession, Proof proof) {
        userSession.setNote(NOTE, sign(placeOf(userSession), proof));
    }

    private String sign(Place place, Proof proof) {
        KeyWrapper key = session.keys().getActiveKey(signingRealm(), KeyUse.SIG, Algorithm.HS512);
        return proof.statement().sign(place, key.getKid(), key.getSecretKey());
    }

    /** The proof of any kind that was recorded in this login; empty if there is none. */
    public Optional<Proof> inLogin(AuthenticationSessionModel login, UserModel user) {
        return read(login.getAuthNote(NOTE), placeOf(login, user));
    }

    /** Restores the proof made in this login, if any, in case a mapper has overwritten it. */
    public void restore(AuthenticationSessionModel login) {
        String note = login.getAuthNote(NOTE);
        if (note != null) {
            login.setUserSessionNote(NOTE, note);
        }
    }

    /** The proof in a user session; empty if there is none, or if it was not made for this session. */
    public Optional<Proof> inSession(UserSessionModel userSession) {
        return read(userSession.getNote(NOTE), placeOf(userSession)).filter(proof -> isOfThisLife(proof, userSession));
    }

    /**
     * An offline session may be copied at any time from a session whose proof was valid; it begins when it is copied.
     */
    private static boolean isOfThisLife(Proof proof, UserSessionModel userSession) {
        return userSession.isOffline() || proof.time() >= userSession.getStarted() - MAX_SECONDS_BEFORE_SESSION;
    }

    /** Forgets the proof of this login and of the session that it continues, because the factor has been removed. */
    public void clear(AuthenticationSessionModel login) {
        login.removeAuthNote(NOTE);
        login.setUserSessionNote(NOTE, "");
        UserSessionModel userSession = session.sessions()
                .getUserSession(realm, login.getParentSession().getId());
        if (userSession != null) {
            userSession.removeNote(NOTE);
        }
    }

    /**
     * Forgets what factors have proved in sessions of a user, including offline ones, because a factor has been removed.
     * Reads all of the user's sessions.
     *
     * @param which whether to forget a proof of the session with this id
     */
    public void forget(UserModel user, BiPredicate<String, Proof.ByFactor> which) {
        Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .toList()
                .forEach(userSession -> inSession(userSession)
                        .filter(proof -> proof instanceof Proof.ByFactor made && which.test(userSession.getId(), made))
                        .ifPresent(proof -> userSession.removeNote(NOTE)));
    }

    private Optional<Proof> read(@Nullable String note, Place place) {
        return note == null ? Optional.empty() : verified().computeIfAbsent(new Signed(note, place), this::verify);
    }

    private Optional<Proof> verify(Signed signed) {
        return Statement.read(signed.note(), signed.place(), this::keyOf).flatMap(Proof::of);
    }

    /** What this request has already verified: the same text at the same place is valid as long as its keys are. */
    @SuppressWarnings("unchecked") // written by this class only
    private Map<Signed, Optional<Proof>> verified() {
        Map<Signed, Optional<Proof>> known = session.getAttribute(VERIFIED, Map.class);
        if (known == null) {
            known = new HashMap<>();
            session.setAttribute(VERIFIED, known);
        }
        return known;
    }

    private record Signed(String note, Place place) {}

    private Optional<SecretKey> keyOf(String keyId) {
        return Optional.ofNullable(session.keys().getKey(signingRealm(), keyId, KeyUse.SIG, Algorithm.HS512))
                .map(KeyWrapper::getSecretKey);
    }

    private RealmModel signingRealm() {
        return new RealmManager(session).getKeycloakAdministrationRealm();
    }

    private Place placeOf(UserSessionModel userSession) {
        return new Place(
                realm.getId(), userSession.getId(), userSession.getUser().getId());
    }

    /** The user session will get the id of the root authentication session (AuthenticationProcessor.attachSession). */
    private Place placeOf(AuthenticationSessionModel login, UserModel user) {
        return new Place(realm.getId(), login.getParentSession().getId(), user.getId());
    }
}
