// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.StorageId;

/**
 * SQL statements on a user's row, in the transaction of a session. No entity is ever loaded, so that the persistence
 * context can't contain stale data when another transaction has written the row.
 */
final class RowAccess {
    private static final String THE_ROW = " where u.realmId = :realm and u.userId = :user";

    private final EntityManager em;
    private final String realmId;
    private final String userId;

    RowAccess(KeycloakSession session, String realmId, String userId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
        this.userId = userId;
    }

    Optional<UserRecord> find() {
        return em.createQuery(
                        "select new io.mspmfa.providers.users.UserRecord(u.required, u.requiredByTenant, u.graceStart,"
                                + " u.lastChallenge, u.lastMethod, u.lockedUntil, u.primaryMethod) from MspMfaUser u"
                                + THE_ROW,
                        UserRecord.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    boolean setRequired(RequiredBy whom, boolean required) {
        String column = whom == RequiredBy.RESELLER ? "required" : "requiredByTenant";
        return update("update MspMfaUser u set u." + column + " = :value" + THE_ROW, required);
    }

    boolean setGraceStart(long seconds) {
        return update("update MspMfaUser u set u.graceStart = :value" + THE_ROW, seconds);
    }

    /** Sets the start of a grace period that has not begun; if it has begun or was ended, it stays as it is. */
    boolean startGrace(long seconds) {
        return update("update MspMfaUser u set u.graceStart = :value" + THE_ROW + " and u.graceStart is null", seconds);
    }

    boolean lock(long until) {
        return update("update MspMfaUser u set u.lockedUntil = :value" + THE_ROW, until);
    }

    boolean setPrimaryMethod(@Nullable String method) {
        return row("update MspMfaUser u set u.primaryMethod = :method" + THE_ROW)
                        .setParameter("method", method)
                        .executeUpdate()
                > 0;
    }

    void unlock() {
        row("update MspMfaUser u set u.lockedUntil = null" + THE_ROW + " and u.lockedUntil is not null")
                .executeUpdate();
    }

    boolean challenged(@Nullable String username, long seconds, String method) {
        return row("update MspMfaUser u set u.lastChallenge = :seconds, u.lastMethod = :method,"
                                + " u.username = :username, u.lockedUntil = null" + THE_ROW)
                        .setParameter("seconds", seconds)
                        .setParameter("method", method)
                        .setParameter("username", nameToKeep(username))
                        .executeUpdate()
                > 0;
    }

    /**
     * Creates the row unless it exists.
     *
     * @return whether it was created
     */
    boolean insert(@Nullable String username, UserRecord record) {
        return row("insert into MspMfaUser (realmId, userId, username, required, requiredByTenant, graceStart,"
                                + " lastChallenge, lastMethod, lockedUntil, primaryMethod) values (:realm, :user,"
                                + " :username, :required, :byTenant, :graceStart, :challenge, :method, :locked,"
                                + " :primary) on conflict (realmId, userId) do nothing")
                        .setParameter("username", nameToKeep(username))
                        .setParameter("required", record.requiredByReseller())
                        .setParameter("byTenant", record.requiredByTenant())
                        .setParameter("graceStart", record.graceStart())
                        .setParameter("challenge", record.lastChallenge())
                        .setParameter("method", record.lastMethod())
                        .setParameter("locked", record.lockedUntil())
                        .setParameter("primary", record.primaryMethod())
                        .executeUpdate()
                > 0;
    }

    /** Keeps the flags and the grace of a user who was deleted. */
    void depart(String username, UserRecord record) {
        new DepartedUsers(em, realmId).keep(userId, username, record);
    }

    /** What deleted users of the same id or name have left to this one; empty if there are none. */
    Optional<UserRecord> inheritance(String username) {
        return new DepartedUsers(em, realmId).inheritanceOf(userId, username);
    }

    /** Stores the flags and the start of grace of a record, once: it is nobody else's inheritance afterwards. */
    void inherit(String username, UserRecord record) {
        new DepartedUsers(em, realmId).forget(userId, username);
        insert(username, UserRecord.NONE);
        row("update MspMfaUser u set u.required = :required, u.requiredByTenant = :byTenant,"
                        + " u.graceStart = :graceStart" + THE_ROW)
                .setParameter("required", record.requiredByReseller())
                .setParameter("byTenant", record.requiredByTenant())
                .setParameter("graceStart", record.graceStart())
                .executeUpdate();
    }

    void delete() {
        row("delete from MspMfaUser u" + THE_ROW).executeUpdate();
    }

    private boolean update(String statement, Object value) {
        return row(statement).setParameter("value", value).executeUpdate() > 0;
    }

    private Query row(String statement) {
        return em.createQuery(statement).setParameter("realm", realmId).setParameter("user", userId);
    }

    /** Keycloak's own table has the names of its users, even after they change. */
    private @Nullable String nameToKeep(@Nullable String username) {
        return StorageId.isLocalStorage(userId) ? null : username;
    }
}
