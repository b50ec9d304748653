// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.devices.TrustedDevice;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The SQL statements on MSP_MFA_DEVICE, each of them one, in the transaction of a session. No entity is ever loaded, so
 * that no stale one can be found after another transaction has written the row.
 */
public final class DeviceRows {
    private static final String SELECT = "select " + StoredDevice.COLUMNS + " from MspMfaDevice d where ";
    private static final String OF_USER = "d.realmId = :realm and d.userId = :user";

    private final EntityManager em;

    public DeviceRows(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    Optional<StoredDevice> find(String id) {
        return em.createQuery(SELECT + "d.id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(StoredDevice::of);
    }

    /** The user's devices, the last one first. */
    List<StoredDevice> of(String realmId, String userId) {
        return em.createQuery(SELECT + OF_USER + " order by d.created desc, d.id", Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .map(StoredDevice::of)
                .toList();
    }

    /**
     * When the devices of some users were trusted, without those that have expired.
     *
     * @param realmIds the realms of the users
     * @param now in seconds since the epoch, as are the results
     */
    public Map<String, List<Long>> whenMade(Collection<String> realmIds, Collection<String> userIds, long now) {
        return em.createQuery(
                        "select d.userId as id, d.created as created from MspMfaDevice d"
                                + " where d.realmId in (:realms) and d.userId in (:users) and d.expires > :now",
                        Tuple.class)
                .setParameter("realms", realmIds)
                .setParameter("users", userIds)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("id", String.class),
                        Collectors.mapping(row -> row.get("created", Long.class), Collectors.toList())));
    }

    void insert(StoredDevice stored) {
        TrustedDevice device = stored.device();
        em.createQuery("insert into MspMfaDevice (id, realmId, userId, familyHash, secretHash, previousHash, rotated,"
                        + " created, lastUsed, expires, passwordSince, factors, label, network) values (:id, :realm,"
                        + " :user, :family, :secret, :previous, :rotated, :created, :used, :expires, :password,"
                        + " :factors, :label, :network)")
                .setParameter("id", stored.id())
                .setParameter("realm", stored.realmId())
                .setParameter("user", stored.userId())
                .setParameter("family", device.familyHash())
                .setParameter("secret", device.secretHash())
                .setParameter("previous", device.previousHash())
                .setParameter("rotated", device.rotatedAt())
                .setParameter("created", device.createdAt())
                .setParameter("used", device.lastUsedAt())
                .setParameter("expires", device.expiresAt())
                .setParameter("password", device.grounds().passwordSince())
                .setParameter("factors", String.join(" ", device.grounds().factors()))
                .setParameter("label", stored.label())
                .setParameter("network", stored.network())
                .executeUpdate();
    }

    /** Replaces the current token, unless somebody else has; says whether it did. */
    boolean rotate(String id, String from, String to, long now) {
        return em.createQuery("update MspMfaDevice d set d.previousHash = d.secretHash, d.secretHash = :to,"
                                + " d.rotated = :now, d.lastUsed = :now where d.id = :id and d.secretHash = :from")
                        .setParameter("id", id)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /** Forgets one of the user's devices; says whether it was there. */
    boolean forget(String realmId, String userId, String id) {
        return ofUser("delete from MspMfaDevice d where d.id = :id and " + OF_USER, realmId, userId)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** Forgets all of a user's devices; returns how many. */
    public int forget(String realmId, String userId) {
        return ofUser("delete from MspMfaDevice d where " + OF_USER, realmId, userId)
                .executeUpdate();
    }

    /**
     * Forgets devices that have expired.
     *
     * @param most how many at most
     * @return how many
     */
    int forgetExpired(long now, int most) {
        List<String> ids = em.createQuery("select d.id from MspMfaDevice d where d.expires <= :now", String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from MspMfaDevice d where d.id in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** Forgets those of users who disappeared together with their directory. */
    public void forgetVanished(String realmId) {
        em.createQuery("delete from MspMfaDevice d where d.realmId = :realm"
                        + " and not exists (select u.id from UserEntity u where u.id = d.userId)"
                        + " and not exists (select c.id from ComponentEntity c"
                        + " where c.realm.id = d.realmId and d.userId like concat('f:', c.id, ':%'))")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private Query ofUser(String statement, String realmId, String userId) {
        return em.createQuery(statement).setParameter("realm", realmId).setParameter("user", userId);
    }
}
