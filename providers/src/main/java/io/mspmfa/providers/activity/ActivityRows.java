// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.Entry;
import io.mspmfa.core.activity.Head;
import io.mspmfa.core.activity.SealedEntry;
import io.mspmfa.core.activity.SealedHead;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The SQL statements on MSP_MFA_ACTIVITY and MSP_MFA_ACTIVITY_HEAD, each of them one, in the transaction of a session. No
 * entity stays in the session, so that none is stale.
 */
final class ActivityRows {
    private static final String HEAD_VALUES = "lastSeq = :lastSeq, h.lastSeal = :lastSeal, h.goneSeq = :goneSeq,"
            + " h.goneSeal = :goneSeal, h.oldest = :oldest, h.keyId = :key, h.seal = :seal";

    private final EntityManager em;

    ActivityRows(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Writes what the transaction has not written yet: from now on, it waits for no lock but those of heads. */
    void flush() {
        em.flush();
    }

    /** The head of a realm's chain. */
    Optional<SealedHead> head(String realmId) {
        return read(heads(realmId));
    }

    /** The same, locked until the transaction has ended. */
    Optional<SealedHead> lock(String realmId) {
        return read(heads(realmId).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private TypedQuery<HeadRow> heads(String realmId) {
        return em.createQuery("select h from MspMfaActivityHead h where h.realmId = :realm", HeadRow.class)
                .setParameter("realm", realmId);
    }

    private Optional<SealedHead> read(TypedQuery<HeadRow> query) {
        Optional<HeadRow> row = query.getResultStream().findFirst();
        row.ifPresent(em::detach);
        return row.map(HeadRow::head);
    }

    /** Stores a head unless there is one. */
    void insert(SealedHead head) {
        bind(
                        em.createQuery("insert into MspMfaActivityHead (realmId, lastSeq, lastSeal, goneSeq, goneSeal,"
                                + " oldest, keyId, seal) values (:realm, :lastSeq, :lastSeal, :goneSeq, :goneSeal,"
                                + " :oldest, :key, :seal) on conflict (realmId) do nothing"),
                        head)
                .executeUpdate();
    }

    /** Replaces a head that is locked. */
    void update(SealedHead head) {
        int updated = bind(
                        em.createQuery(
                                "update MspMfaActivityHead h set h." + HEAD_VALUES + " where h.realmId = :realm"),
                        head)
                .executeUpdate();
        if (updated != 1) {
            throw new IllegalStateException("The head of the record was locked, and is gone");
        }
    }

    private static Query bind(Query statement, SealedHead sealed) {
        Head head = sealed.head();
        return statement
                .setParameter("realm", head.realmId())
                .setParameter("lastSeq", head.lastSeq())
                .setParameter("lastSeal", head.lastSeal())
                .setParameter("goneSeq", head.goneSeq())
                .setParameter("goneSeal", head.goneSeal())
                .setParameter("oldest", head.oldest())
                .setParameter("key", sealed.keyId())
                .setParameter("seal", sealed.seal());
    }

    void insert(SealedEntry sealed) {
        Entry entry = sealed.entry();
        em.createQuery("insert into MspMfaActivity (realmId, seq, doneAt, what, userId, content, previous, keyId, seal)"
                        + " values (:realm, :seq, :at, :what, :user, :content, :previous, :key, :seal)")
                .setParameter("realm", entry.realmId())
                .setParameter("seq", entry.seq())
                .setParameter("at", entry.at())
                .setParameter("what", entry.what())
                .setParameter("user", entry.userId())
                .setParameter("content", entry.content())
                .setParameter("previous", entry.previous())
                .setParameter("key", sealed.keyId())
                .setParameter("seal", sealed.seal())
                .executeUpdate();
    }

    /** The records after a number, in order. */
    List<SealedEntry> after(String realmId, long seq, int most) {
        return em.createQuery(
                        "select a.seq as seq, a.doneAt as doneAt, a.what as what, a.userId as userId,"
                                + " a.content as content, a.previous as previous, a.keyId as keyId, a.seal as seal"
                                + " from MspMfaActivity a where a.realmId = :realm and a.seq > :seq order by a.seq",
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("seq", seq)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> sealed(realmId, row))
                .toList();
    }

    private static SealedEntry sealed(String realmId, Tuple row) {
        Entry entry = new Entry(
                realmId,
                row.get("seq", Long.class),
                row.get("doneAt", Long.class),
                row.get("what", String.class),
                row.get("userId", String.class),
                row.get("content", String.class),
                row.get("previous", String.class));
        return new SealedEntry(entry, row.get("keyId", String.class), row.get("seal", String.class));
    }

    /** The number of the last record; 0 if there is none. */
    long last(String realmId) {
        return em.createQuery(
                        "select coalesce(max(a.seq), 0) from MspMfaActivity a where a.realmId = :realm", Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    /** Deletes the records up to a number. */
    void forget(String realmId, long upTo) {
        em.createQuery("delete from MspMfaActivity a where a.realmId = :realm and a.seq <= :seq")
                .setParameter("realm", realmId)
                .setParameter("seq", upTo)
                .executeUpdate();
    }

    /** The ids of realms whose oldest record is from before a moment in seconds since the epoch. */
    List<String> realmsWithOlder(long than, int most) {
        return em.createQuery(
                        "select h.realmId from MspMfaActivityHead h where h.oldest > 0 and h.oldest < :than"
                                + " order by h.oldest",
                        String.class)
                .setParameter("than", than)
                .setMaxResults(most)
                .getResultList();
    }
}
