// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * What is kept about the users of a realm: required flag, grace, last challenge, lock. Works for every user that has an
 * id, read-only and federated ones too. One request reads a user's row at most once.
 */
public final class UserRecords {
    /**
     * Attribute of a realm's master admin client: some user of the realm was flagged once. It lies in the realm cache,
     * so that a realm without flags costs no statement. Set with the first flag and never taken away.
     */
    public static final String FLAGS_ATTRIBUTE = "msp.mfa.flags";

    private static final String REMEMBERED = "msp.mfa.record.";

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The users of a realm. */
    public UserRecords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a user must have a second factor whatever the realm's mode. No SQL in a realm without flags. */
    public boolean isRequired(UserModel user) {
        return realmMayHaveFlags() && find(user).orElse(UserRecord.NONE).required();
    }

    /** Sets or clears a user's required flag, in the request's transaction. */
    public void setRequired(UserModel user, boolean required) {
        if (required) {
            markRealm();
            RowMaker.ensure(session, realm.getId(), user);
        }
        access(user).setRequired(required);
        remember(user, recordOf(user).withRequired(required));
    }

    /**
     * When a user's grace began; it begins now if it has not. Several requests at once get the same answer, and it never
     * changes, whatever becomes of this request.
     *
     * @return seconds since the epoch; 0 where the grace was ended
     */
    public long graceStart(UserModel user) {
        OptionalLong begun = graceStartOf(user);
        if (begun.isPresent()) {
            return begun.getAsLong();
        }
        UserRecord started = RowMaker.startGrace(session, realm.getId(), user, Time.currentTimeSeconds());
        remember(user, started);
        return started.graceStart() == null ? 0 : started.graceStart();
    }

    /** When a user's grace began, in seconds since the epoch; 0 where it was ended; empty where it has not begun. */
    public OptionalLong graceStartOf(UserModel user) {
        Long start = recordOf(user).graceStart();
        return start == null ? OptionalLong.empty() : OptionalLong.of(start);
    }

    /** Ends a user's grace for good, in the request's transaction. */
    public void endGrace(UserModel user) {
        RowMaker.ensure(session, realm.getId(), user);
        access(user).setGraceStart(0);
        remember(user, recordOf(user).withGraceStart(0));
    }

    /** What is kept about a user, read at most once in a request; empty where nothing is. */
    public Optional<UserRecord> find(UserModel user) {
        Object remembered = session.getAttribute(key(user));
        if (remembered instanceof UserRecord known) {
            return known.equals(UserRecord.NONE) ? Optional.empty() : Optional.of(known);
        }
        Optional<UserRecord> found = access(user).find();
        remember(user, found.orElse(UserRecord.NONE));
        return found;
    }

    /**
     * Records that a user has passed a challenge, which also ends a lock. Written once the request's transaction was
     * committed, in one of its own; if that fails, the login goes on.
     *
     * @param username kept for users of a federated directory only, and only where the directory does not tell a better
     *     one: an event has what was typed
     * @param method as in the event detail
     */
    public static void challenged(
            KeycloakSession session, String realmId, String userId, String username, String method) {
        long now = Time.currentTimeSeconds();
        String name = StorageId.isLocalStorage(userId) ? username : realName(session, realmId, userId, username);
        AfterRequest.write(session, realmId, userId, row -> {
            if (!row.challenged(name, now, method)) {
                row.insert(name, new UserRecord(false, null, now, method, null));
            }
        });
    }

    /**
     * Records that a user is locked, for the status list: the lock itself is elsewhere. Written as {@link #challenged}.
     *
     * @param untilEpochSeconds {@code Long.MAX_VALUE}: until an administrator unlocks the user
     */
    public static void locked(KeycloakSession session, RealmModel realm, UserModel user, long untilEpochSeconds) {
        String realmId = realm.getId();
        String userId = user.getId();
        String username = user.getUsername();
        AfterRequest.write(session, realmId, userId, row -> {
            if (!row.lock(untilEpochSeconds)) {
                row.insert(username, new UserRecord(false, null, null, null, untilEpochSeconds));
            }
        });
    }

    /** Records that a user's lock was ended by an administrator. Written as {@link #challenged}. */
    public static void unlocked(KeycloakSession session, String realmId, String userId) {
        AfterRequest.write(session, realmId, userId, RowAccess::unlock);
    }

    /**
     * Takes out what is kept about users who vanished with the directory that they came from: Keycloak tells of no user
     * in particular then. Two statements.
     */
    public static void forgetVanished(KeycloakSession session, String realmId) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        em.createQuery("delete from MspMfaUser r where r.realmId = :realm and r.username is null"
                        + " and not exists (select u.id from UserEntity u where u.id = r.userId)")
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("delete from MspMfaUser r where r.realmId = :realm and r.username is not null"
                        + " and not exists (select c.id from ComponentEntity c"
                        + " where c.realm.id = r.realmId and r.userId like concat('f:', c.id, ':%'))")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static String realName(KeycloakSession session, String realmId, String userId, String otherwise) {
        UserModel user = session.users().getUserById(session.realms().getRealm(realmId), userId);
        return user == null ? otherwise : user.getUsername();
    }

    private UserRecord recordOf(UserModel user) {
        return find(user).orElse(UserRecord.NONE);
    }

    private RowAccess access(UserModel user) {
        return new RowAccess(session, realm.getId(), user.getId());
    }

    private void remember(UserModel user, UserRecord known) {
        session.setAttribute(key(user), known);
    }

    private String key(UserModel user) {
        return REMEMBERED + realm.getId() + "." + user.getId();
    }

    /** A realm without a master admin client has no place for the mark, so that its rows must be read. */
    private boolean realmMayHaveFlags() {
        ClientModel client = realm.getMasterAdminClient();
        return client == null || client.getAttribute(FLAGS_ATTRIBUTE) != null;
    }

    private void markRealm() {
        if (!realmMayHaveFlags()) {
            realm.getMasterAdminClient().setAttribute(FLAGS_ATTRIBUTE, "true");
        }
    }
}
