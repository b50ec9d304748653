// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import io.mspmfa.core.codes.CodePlace;
import io.mspmfa.core.codes.KeyedHash;
import io.mspmfa.core.codes.SentCode;
import io.mspmfa.core.codes.SentCode.Delivery;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.language.TextLanguage;
import io.mspmfa.providers.store.SharedStore;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The codes that a login has sent by one method for one purpose. Only the last one counts; wrong codes are counted
 * elsewhere, and are not forgotten when another is sent (R16, P3).
 */
public final class SentCodes {
    private static final String USED = "msp.mfa.code.used.";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Longer than a delivery is waited for. If the node dies meanwhile, another code can be sent after it. */
    private static final long MARK_SECONDS = SentCode.PAUSE_SECONDS;

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;
    private final UserModel user;
    private final CodeChannel channel;
    private final String purpose;
    private final SentCodeNotes notes;

    /**
     * @param login whose user is known, and has entered the right password
     * @param purpose what the code is asked for
     */
    public SentCodes(
            KeycloakSession session,
            AuthenticationSessionModel login,
            UserModel user,
            CodeChannel channel,
            String purpose) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
        this.user = user;
        this.channel = channel;
        this.purpose = purpose;
        this.notes = new SentCodeNotes(login, channel.word(), purpose);
    }

    /** The last code; empty if none was asked for. */
    public Optional<SentCode> last() {
        return notes.last();
    }

    /**
     * Sends a new code, which replaces the last one, unless too many have been sent or this is the second of two requests
     * at the same time. Takes at most three seconds.
     *
     * @param target the address or number
     * @return what became of it; {@code REFUSED} also if the last code, which stays as it is, is still valid; empty if
     *     another request is sending one
     */
    public Optional<Delivery> send(String target) {
        if (!SharedStore.of(session).putIfAbsent(notes.next(), MARK_SECONDS)) {
            return Optional.empty();
        }
        CodePlace place = place(target);
        int wait = new SendQuota(session, realm, channel).take(user, place.target());
        SentCode code = wait == 0 ? sendNow(target, place) : refused(place, wait);
        notes.keepNext(code);
        return Optional.of(wait == 0 ? code.delivery() : Delivery.REFUSED);
    }

    private SentCode refused(CodePlace place, int wait) {
        long now = ServerTime.seconds();
        return last().filter(code -> code.isAlive(now))
                .map(code -> code.retryAt(now + wait))
                .orElseGet(() -> SentCode.lost(now, place.target(), Delivery.REFUSED, wait));
    }

    private SentCode sendNow(String target, CodePlace place) {
        String code = SentCode.random(RANDOM, channel.digits());
        Delivery delivery = new Courier(session, channel).deliver(letter(target, code));
        long now = ServerTime.seconds();
        return delivery == Delivery.FAILED
                ? SentCode.lost(now, place.target(), delivery, SentCode.PAUSE_SECONDS)
                : SentCode.of(now, place, delivery, code, key());
    }

    private CodeLetter letter(String target, String code) {
        URI base = session.getContext().getUri().getBaseUri();
        return new CodeLetter(realm.getId(), user.getId(), target, code, base, TextLanguage.ofRequest(session, user));
    }

    /** Whether the last code was sent to this address or number. */
    public boolean isSentTo(String target) {
        String name = place(target).target();
        return last().filter(code -> code.target().equals(name)).isPresent();
    }

    /** Whether the last code is still valid, and is this one. */
    public boolean isRight(String typed, String target) {
        return last().filter(code -> code.isAlive(ServerTime.seconds()))
                .filter(code -> code.isRight(typed, place(target), key()))
                .isPresent();
    }

    /** Uses the last code up; false if another request has just done so (R15). */
    public boolean use() {
        Optional<SentCode> code = last();
        notes.forget();
        return code.isPresent()
                && SharedStore.of(session).putIfAbsent(USED + code.get().mac(), SentCode.LIFETIME_SECONDS);
    }

    /** Makes the last code worthless; another may be sent at once, within the limits. */
    public void forget() {
        last().ifPresent(code -> notes.keep(SentCode.lost(code.sentAt(), code.target(), Delivery.VOID, 0)));
    }

    private CodePlace place(String target) {
        return new CodePlace(
                realm.getId(),
                login.getParentSession().getId() + "." + login.getTabId(),
                user.getId(),
                channel.word(),
                purpose,
                nameOf(target));
    }

    /** With a key, because addresses and numbers can be guessed. */
    private String nameOf(String target) {
        return KeyedHash.of(key(), List.of("msp-mfa-target", channel.word(), target));
    }

    private SecretKey key() {
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        return session.keys().getActiveKey(master, KeyUse.SIG, Algorithm.HS512).getSecretKey();
    }
}
