// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import io.mspmfa.providers.compatibility.ServerTime;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * What is stored about the users of a realm: required flag, grace, last challenge, lock, primary method. Works for every user who has
 * an id, including read-only and federated ones. A request reads a user's row at most once.
 */
public final class UserRecords {
    /**
     * Attribute of a realm's master admin client, which says that at least one user of the realm was once flagged. It
     * is part of the realm cache, so that a realm without flags costs no SQL. Set with the first flag and never
     * removed.
     */
    private static final String FLAGS_ATTRIBUTE = "msp.mfa.flags";

    /** The same, which says that facts about deleted users are kept. */
    private static final String DEPARTED_ATTRIBUTE = "msp.mfa.departed";

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
        return mayHaveFlags() && find(user).orElse(UserRecord.NONE).isRequired();
    }

    /** Sets or clears what one of the two requires of a user, in the request's transaction. */
    public void setRequired(UserModel user, RequiredBy whom, boolean required) {
        if (required) {
            mark(FLAGS_ATTRIBUTE).set();
            RowMaker.ensure(session, realm.getId(), user);
        }
        access(user).setRequired(whom, required);
        remember(user, recordOf(user).withRequired(whom, required));
    }

    /**
     * When a user's grace began; it begins now if it has not. Concurrent requests get the same answer, and it never
     * changes, whatever becomes of this request.
     *
     * @return seconds since the epoch; 0 if the grace was ended
     */
    public long graceStart(UserModel user) {
        OptionalLong begun = graceStartOf(user);
        if (begun.isPresent()) {
            return begun.getAsLong();
        }
        UserRecord started = RowMaker.startGrace(session, realm.getId(), user, ServerTime.seconds());
        remember(user, started);
        return started.graceStart() == null ? 0 : started.graceStart();
    }

    /** When a user's grace began, in seconds since the epoch; 0 if it was ended; empty if it has not begun. */
    public OptionalLong graceStartOf(UserModel user) {
        Long start = recordOf(user).graceStart();
        return start == null ? OptionalLong.empty() : OptionalLong.of(start);
    }

    /** Ends a user's grace permanently, in the request's transaction. */
    public void endGrace(UserModel user) {
        RowMaker.ensure(session, realm.getId(), user);
        access(user).setGraceStart(0);
        remember(user, recordOf(user).withGraceStart(0));
    }

    /** Stores which method a user wants to be asked for first, by its word, in the request's transaction. */
    public void setPrimaryMethod(UserModel user, String method) {
        RowMaker.ensure(session, realm.getId(), user);
        writePrimaryMethod(user, method);
    }

    /** Forgets which method a user wants to be asked for first, in the request's transaction. */
    public void forgetPrimaryMethod(UserModel user) {
        if (recordOf(user).primaryMethod() != null) {
            writePrimaryMethod(user, null);
        }
    }

    private void writePrimaryMethod(UserModel user, @Nullable String method) {
        access(user).setPrimaryMethod(method);
        remember(user, recordOf(user).withPrimaryMethod(method));
    }

    /** What is stored about a user, read at most once per request; empty if nothing is. */
    public Optional<UserRecord> find(UserModel user) {
        Object remembered = session.getAttribute(key(user));
        if (remembered instanceof UserRecord known) {
            return known.equals(UserRecord.NONE) ? Optional.empty() : Optional.of(known);
        }
        Optional<UserRecord> found = access(user).find();
        if (mark(DEPARTED_ATTRIBUTE).isSet()) {
            found = withInheritance(user, found);
        }
        remember(user, found.orElse(UserRecord.NONE));
        return found;
    }

    private Optional<UserRecord> withInheritance(UserModel user, Optional<UserRecord> own) {
        String username = user.getUsername();
        return access(user)
                .inheritance(username)
                .map(own.orElse(UserRecord.NONE)::strictest)
                .map(both -> RowMaker.inherit(session, realm.getId(), user, both))
                .or(() -> own);
    }

    /**
     * To be called when an administrator created or imported a user, so that lists show at once what the user inherits. In the
     * request's transaction, which may also be the one that deleted the user of this id or name.
     */
    public void written(String userId) {
        UserModel user = mark(DEPARTED_ATTRIBUTE).isSet() ? session.users().getUserById(realm, userId) : null;
        if (user == null) {
            return;
        }
        RowAccess row = access(user);
        row.inheritance(user.getUsername()).ifPresent(inherited -> {
            UserRecord both = row.find().orElse(UserRecord.NONE).strictest(inherited);
            row.inherit(user.getUsername(), both);
            remember(user, both);
        });
    }

    /** To be called when a user was deleted: keeps what a user of the same id or name inherits. */
    public void departed(UserModel user) {
        access(user).find().filter(UserRecord::outlivesUser).ifPresent(record -> {
            mark(DEPARTED_ATTRIBUTE).set();
            access(user).depart(user.getUsername(), record);
        });
        access(user).delete();
        session.removeAttribute(key(user));
    }

    /**
     * Records that a user has passed a challenge, which also ends a lock. Written in a separate transaction, once that
     * of the request has been committed; if this fails, the login continues.
     *
     * @param username stored only for users of a federated directory whose directory provides no better one, since an
     *     event contains what was typed
     * @param method as in the event detail
     */
    public static void challenged(
            KeycloakSession session, String realmId, String userId, String username, String method) {
        long now = ServerTime.seconds();
        String name = StorageId.isLocalStorage(userId) ? username : realName(session, realmId, userId, username);
        AfterRequest.write(session, realmId, userId, row -> {
            if (!row.challenged(name, now, method)) {
                row.insert(name, new UserRecord(false, false, null, now, method, null, null));
            }
        });
    }

    /**
     * Records that a user is locked, for the status list only: the lock itself is elsewhere. Written in the same way as
     * {@link #challenged}.
     *
     * @param untilEpochSeconds {@code Long.MAX_VALUE}: until an administrator unlocks the user
     */
    public static void locked(KeycloakSession session, RealmModel realm, UserModel user, long untilEpochSeconds) {
        String realmId = realm.getId();
        String userId = user.getId();
        String username = user.getUsername();
        AfterRequest.write(session, realmId, userId, row -> {
            if (!row.lock(untilEpochSeconds)) {
                row.insert(username, new UserRecord(false, false, null, null, null, untilEpochSeconds, null));
            }
        });
    }

    /** Records that a user's lock was ended by an administrator. Written in the same way as {@link #challenged}. */
    public static void unlocked(KeycloakSession session, String realmId, String userId) {
        AfterRequest.write(session, realmId, userId, RowAccess::unlock);
    }

    /**
     * Removes what is stored about users who disappeared together with their directory, for which Keycloak sends no
     * event per user. Two SQL statements.
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

    /** Deleted users may leave flags behind. */
    private boolean mayHaveFlags() {
        return mark(FLAGS_ATTRIBUTE).isSet() || mark(DEPARTED_ATTRIBUTE).isSet();
    }

    private RealmMark mark(String attribute) {
        return new RealmMark(realm, attribute);
    }
}
