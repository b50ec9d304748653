// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.devices.DeviceTerms;
import io.mspmfa.core.devices.DeviceToken;
import io.mspmfa.core.devices.TrustedDevice;
import io.mspmfa.core.devices.TrustedDevice.Judgement;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.notifications.Notice;
import io.mspmfa.providers.notifications.Notifications;
import io.mspmfa.providers.risk.profiles.Profiles;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.RealmManager;

/** The devices on which a user of a managed realm need not show the second factor for a while (A56). */
public final class TrustedDevices {
    /** More than anybody uses; the oldest gives way. */
    private static final int MOST = 20;

    private static final String KNOWN = "msp.mfa.device.";

    /** The device that this request has made a trusted one, whose cookie the browser will send with the next. */
    private static final String MADE = "msp.mfa.device.made";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final DeviceCookie cookie;
    private final DeviceRows rows;

    /** @param realm a managed realm */
    public TrustedDevices(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.cookie = new DeviceCookie(session, realm, user);
        this.rows = new DeviceRows(session);
    }

    /** Whether the browser sent this user's cookie, readable or not. */
    public boolean isCookieThere() {
        return cookie.isThere();
    }

    /**
     * The id of the trusted device that this request comes from, whose token is replaced; empty if it comes from no such
     * device. No SQL statement without the cookie; one to read, and one to write in a transaction of its own, since the
     * browser has the new token even if the request fails later.
     */
    public Optional<String> recognise() {
        Optional<DeviceToken> token = cookie.token();
        Optional<StoredDevice> known = token.flatMap(shown -> find(shown.id()));
        if (known.isEmpty()) {
            if (cookie.isThere()) {
                cookie.expire();
            }
            return Optional.empty();
        }
        return token.filter(shown -> isTrusted(shown, known.get())).map(DeviceToken::id);
    }

    private boolean isTrusted(DeviceToken token, StoredDevice stored) {
        return switch (judge(token, stored)) {
            case TRUSTED -> rotate(token, stored);
            case TRUSTED_BY_PREVIOUS -> isSuccessor(token, stored);
            case COPIED -> {
                revokeCopied(stored);
                yield false;
            }
            case LAPSED -> false;
        };
    }

    private Judgement judge(DeviceToken token, StoredDevice stored) {
        return stored.device().judge(token, terms(), ServerTime.seconds());
    }

    private boolean rotate(DeviceToken token, StoredDevice stored) {
        DeviceToken next = token.next(key());
        long now = ServerTime.seconds();
        boolean first = inNewTransaction(own -> own.rotate(token.id(), token.secretHash(), next.secretHash(), now));
        if (first) {
            hand(next, stored);
            return true;
        }
        // another request was faster: a parallel tab, or somebody who has revoked the device
        // in a transaction of its own, which sees what that one has written, however isolated this one is
        return inNewTransaction(own -> own.find(token.id()))
                .filter(latest -> judge(token, latest) == Judgement.TRUSTED_BY_PREVIOUS)
                .filter(latest -> isSuccessor(token, latest))
                .isPresent();
    }

    /** Hands out the current token once more: the browser has it already, unless the answer was lost. */
    private boolean isSuccessor(DeviceToken token, StoredDevice stored) {
        DeviceToken next = token.next(key());
        if (next.secretHash().equals(stored.device().secretHash())) {
            hand(next, stored);
        }
        return true;
    }

    private void hand(DeviceToken token, StoredDevice stored) {
        cookie.set(token, stored.device().end(terms()) - ServerTime.seconds());
    }

    /** Somebody else has, or had, a copy of the cookie, and nobody can say who. */
    private void revokeCopied(StoredDevice stored) {
        CopiedDevice.revoke(session, realm, user, stored.id());
        forgetKnown(stored.id());
        cookie.expire();
    }

    /** Whether a device of the user is still trusted, whatever its token. One SQL statement for each request. */
    public boolean stands(String id) {
        return find(id).filter(stored -> stored.device().stands(terms(), ServerTime.seconds()))
                .isPresent();
    }

    /** For how many days the user may trust a device; empty if not at all. */
    public Optional<Integer> daysOffered() {
        DeviceTerms terms = terms();
        return terms.allowed() && terms.grounds().suffice() ? Optional.of(terms.days()) : Optional.empty();
    }

    /**
     * Trusts the device that this request comes from, in the request's transaction. Only to be called once a factor has been
     * verified in this login (R34). Says whether it did: the policy may forbid it.
     */
    public boolean trust() {
        DeviceTerms terms = terms();
        if (daysOffered().isEmpty()) {
            return false;
        }
        forgetEarlier();
        long now = ServerTime.seconds();
        DeviceToken token = DeviceToken.create(KeycloakModelUtils.generateId(), RANDOM);
        long expires = TrustedDevice.expiry(now, terms.days());
        rows.insert(new StoredDevice(
                token.id(),
                realm.getId(),
                user.getId(),
                BrowserName.of(session),
                BrowserName.network(session),
                new TrustedDevice(
                        token.familyHash(),
                        token.secretHash(),
                        StoredDevice.UNKNOWN,
                        0,
                        now,
                        now,
                        expires,
                        terms.grounds())));
        cookie.set(token, expires - now);
        session.setAttribute(MADE, token.id());
        Notifications.send(session, realm, user, Notice.DEVICE_TRUSTED);
        return true;
    }

    /** What this browser was trusted as before, and the oldest if there are too many. */
    private void forgetEarlier() {
        cookie.token()
                .ifPresent(token -> find(token.id())
                        .filter(stored -> stored.device().isOf(token))
                        .ifPresent(stored -> revoke(stored.id())));
        all().stream().skip(MOST - 1L).forEach(stored -> revoke(stored.id()));
    }

    /** The user's devices, including those that are no longer trusted, the last one first. One SQL statement. */
    public List<StoredDevice> all() {
        return rows.of(realm.getId(), user.getId());
    }

    /** Those that are trusted, each until its trust ends. No SQL statement where the policy doesn't let users trust devices. */
    public List<StoredDevice> trusted() {
        DeviceTerms terms = terms();
        if (!terms.allowed()) {
            return List.of();
        }
        long now = ServerTime.seconds();
        return all().stream()
                .filter(stored -> stored.device().stands(terms, now))
                .map(stored -> stored.within(terms))
                .toList();
    }

    /** Whether this request comes from that device, or from one with an old copy of its cookie. */
    public boolean isHere(StoredDevice stored) {
        return stored.id().equals(session.getAttribute(MADE))
                || cookie.token().filter(stored.device()::isOf).isPresent();
    }

    /** Ends the trust in one of the user's devices, and forgets all known browsers; says whether it was there. */
    public boolean revoke(String id) {
        forgetKnown(id);
        boolean wasThere = rows.forget(realm.getId(), user.getId(), id);
        if (wasThere) {
            new Profiles(session).forget(realm.getId(), user.getId());
        }
        return wasThere;
    }

    /** Ends the trust in all of the user's devices, and forgets their known browsers; returns how many devices there were. */
    public int revokeAll() {
        all().forEach(stored -> forgetKnown(stored.id()));
        new Profiles(session).forget(realm.getId(), user.getId());
        return rows.forget(realm.getId(), user.getId());
    }

    /** A device of this user, as this request has first seen it. */
    private Optional<StoredDevice> find(String id) {
        StoredDevice known = session.getAttribute(KNOWN + id, StoredDevice.class);
        Optional<StoredDevice> found = known == null ? rows.find(id) : Optional.of(known);
        found.ifPresent(stored -> session.setAttribute(KNOWN + id, stored));
        return found.filter(stored ->
                stored.realmId().equals(realm.getId()) && stored.userId().equals(user.getId()));
    }

    private <T> T inNewTransaction(Function<DeviceRows, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> work.apply(new DeviceRows(own)));
    }

    private void forgetKnown(String id) {
        session.removeAttribute(KNOWN + id);
    }

    private DeviceTerms terms() {
        return CurrentTerms.of(session, realm, user);
    }

    private SecretKey key() {
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        return session.keys().getActiveKey(master, KeyUse.SIG, Algorithm.HS512).getSecretKey();
    }
}
