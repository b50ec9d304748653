// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.ChainKeys;
import io.mspmfa.core.activity.Entry;
import io.mspmfa.core.activity.Head;
import io.mspmfa.core.activity.SealedEntry;
import io.mspmfa.core.activity.SealedHead;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.log.LogText;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Adds to the chain of one realm, and takes old records off its beginning, in the transaction of a session. */
final class ChainWriter {
    private static final Logger LOG = Logger.getLogger(ChainWriter.class);

    private final KeycloakSession session;
    private final ActivityRows rows;
    private final String realmId;
    private final ChainKeys keys;

    ChainWriter(KeycloakSession session, ActivityRows rows, String realmId) {
        this.session = session;
        this.rows = rows;
        this.realmId = realmId;
        this.keys = ActivitySettings.of(session).keys(session);
    }

    /** Adds records. Three statements, and one for each record. */
    void append(List<Act> acts) {
        Head head = lockedHead();
        long now = ServerTime.seconds();
        for (Act act : acts) {
            SealedEntry next = Entry.next(head, now, act).seal(keys.current());
            rows.insert(next);
            head = head.after(next);
        }
        rows.update(head.seal(keys.current()));
    }

    private Head lockedHead() {
        // read before it is locked: in InnoDB, who locks a row that isn't there keeps others from making it, NewHeads
        // too
        if (rows.head(realmId).isEmpty()) {
            NewHeads.make(session, keys, realmId);
        }
        SealedHead stored = rows.lock(realmId).orElseThrow();
        if (stored.isGenuine(keys)) {
            return stored.head();
        }
        // the act must not fail for it, and what is written now must not make up for it
        return headOf(rows, realmId);
    }

    /** The head of what is stored, if its own is lost or not genuine: the next record will say so. */
    static Head headOf(ActivityRows rows, String realmId) {
        List<SealedEntry> first = rows.after(realmId, Long.MIN_VALUE, 1);
        if (first.isEmpty()) {
            return Head.empty(realmId);
        }
        LOG.errorf(
                "The record of activity of realm %s was changed in the database: the MFA API's activity/check says where",
                LogText.of(realmId));
        return Head.lost(first.get(0).entry(), rows.last(realmId));
    }

    /**
     * Deletes the oldest records. If the head isn't genuine, nothing is deleted: it may be evidence.
     *
     * @param before those from before this moment, in seconds since the epoch
     * @param most how many at most
     * @return how many
     */
    int forget(long before, int most) {
        Optional<Head> head =
                rows.lock(realmId).filter(stored -> stored.isGenuine(keys)).map(SealedHead::head);
        if (head.isEmpty()) {
            return 0;
        }
        List<SealedEntry> oldest = rows.after(realmId, head.get().goneSeq(), most + 1);
        int old = 0;
        while (old < Math.min(most, oldest.size()) && oldest.get(old).entry().at() < before) {
            old++;
        }
        if (old > 0) {
            SealedEntry gone = oldest.get(old - 1);
            long next = old < oldest.size() ? oldest.get(old).entry().at() : 0;
            rows.forget(realmId, gone.entry().seq());
            rows.update(head.get().without(gone, next).seal(keys.current()));
        }
        return old;
    }
}
