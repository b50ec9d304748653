// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record in the chain of a realm, before it is sealed.
 *
 * @param realmId Keycloak's id of the realm
 * @param seq its number: 1, 2, 3 and so on in each realm, without gaps
 * @param at when, in seconds since the epoch
 * @param what the code of the {@link Deed}
 * @param userId the id of the user whom it is about; null if it is about the realm
 * @param content the rest, as {@link ActText} writes it
 * @param previous the seal of the record before it
 */
public record Entry(
        String realmId,
        long seq,
        long at,
        String what,
        @Nullable String userId,
        String content,
        String previous) {
    private static final String FORM = "msp-mfa-activity-1";

    /** What was done, as the record that follows the last one. */
    public static Entry next(Head head, long at, Act act) {
        return new Entry(
                head.realmId(),
                head.lastSeq() + 1,
                at,
                act.what().code(),
                act.userId().orElse(null),
                ActText.write(act),
                head.lastSeal());
    }

    /** Seals it. */
    public SealedEntry seal(ChainKey key) {
        return new SealedEntry(this, key.id(), key.seal(parts(key.id())));
    }

    /** The canonical form, which covers everything that is stored. Its meaning never changes; another one needs another name. */
    List<String> parts(String keyId) {
        String user = userId == null ? "-" : "+" + userId;
        return List.of(FORM, realmId, Long.toString(seq), Long.toString(at), what, user, content, previous, keyId);
    }
}
