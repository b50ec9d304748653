// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.core.activity.ChainKeys;
import io.mspmfa.core.activity.ChainWalk;
import io.mspmfa.core.activity.Head;
import io.mspmfa.core.activity.SealedEntry;
import io.mspmfa.core.activity.SealedHead;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Checks the chain of a realm from end to end. Reads it in parts of a fixed size, while others may add to it. */
public final class ActivityCheck {
    private static final int PART = 500;
    private static final int TRIES = 3;

    private final ActivityRows rows;
    private final ChainKeys keys;
    private final String realmId;

    private ActivityCheck(KeycloakSession session, String realmId) {
        this.rows = new ActivityRows(session);
        this.keys = ActivitySettings.of(session).keys(session);
        this.realmId = realmId;
    }

    /**
     * What a check has found, also as the REST API shows it.
     *
     * @param whole whether the chain holds from the oldest record that is kept to the newest
     * @param checked how many records hold
     * @param from the number of the first of them; null if there is none
     * @param to the number of the last of them; null if there is none
     * @param brokenAt the number of the first record that is missing, was changed or does not belong there; null if the
     *     chain is whole
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            boolean whole,
            long checked,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Long brokenAt) {

        private static Finding of(long gone, long reached, @Nullable Long brokenAt) {
            boolean any = reached > gone;
            return new Finding(brokenAt == null, reached - gone, any ? gone + 1 : null, any ? reached : null, brokenAt);
        }
    }

    /** Checks a realm. Two statements, and one for every 500 records. */
    public static Finding run(KeycloakSession session, String realmId) {
        return new ActivityCheck(session, realmId).run();
    }

    /** Old records may be deleted while this reads, which is no damage. */
    private Finding run() {
        Finding finding = null;
        for (int attempt = 1; finding == null && attempt <= TRIES; attempt++) {
            Head head = head().map(SealedHead::head).orElseGet(() -> Head.empty(realmId));
            Finding found = walk(head);
            boolean moved =
                    !found.whole() && head().map(now -> now.head().goneSeq()).orElse(0L) > head.goneSeq();
            if (!moved || attempt == TRIES) {
                finding = found;
            }
        }
        return Objects.requireNonNull(finding);
    }

    private Optional<SealedHead> head() {
        return rows.head(realmId);
    }

    private Finding walk(Head head) {
        ChainWalk walk = new ChainWalk(keys, head);
        long known = head.lastSeq();
        // from the very beginning, where nothing is left
        List<SealedEntry> part = rows.after(realmId, Long.MIN_VALUE, PART);
        while (true) {
            for (SealedEntry next : part) {
                if (!walk.take(next)) {
                    return broken(head, walk, Math.min(next.entry().seq(), walk.reached() + 1));
                }
            }
            if (part.size() < PART) {
                Optional<SealedHead> end = head();
                if (isEnd(walk, end)) {
                    return Finding.of(head.goneSeq(), walk.reached(), null);
                }
                long last = end.map(now -> now.head().lastSeq()).orElse(known);
                if (last <= known) {
                    return broken(head, walk, walk.reached() + 1);
                }
                known = last; // written meanwhile
            }
            part = rows.after(realmId, walk.reached(), PART);
        }
    }

    /** A realm in which nothing was ever done has no head. */
    private boolean isEnd(ChainWalk walk, Optional<SealedHead> head) {
        return head.isEmpty() ? walk.reached() == 0 : walk.endsAt(head.get());
    }

    private static Finding broken(Head head, ChainWalk walk, long at) {
        return Finding.of(head.goneSeq(), walk.reached(), at);
    }
}
