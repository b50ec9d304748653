// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import java.util.List;

/**
 * Where the chain of a realm begins and ends, so that records that are cut off at either end are missed.
 *
 * @param realmId Keycloak's id of the realm
 * @param lastSeq the number of the last record; 0 if there has been none
 * @param lastSeal its seal; {@link #START} if there has been none
 * @param goneSeq the number of the last record that was deleted because of its age; 0 if there is none
 * @param goneSeal its seal; {@link #START} if there is none
 * @param oldest when the oldest record was made that is kept, in seconds since the epoch; 0 if none is kept
 */
public record Head(String realmId, long lastSeq, String lastSeal, long goneSeq, String goneSeal, long oldest) {
    /** In place of the seal of the record before the first one. */
    public static final String START = "start";

    /**
     * In place of the seal of the last record, if that isn't known for certain: somebody has changed or deleted the head.
     * The next record says so from then on.
     */
    public static final String UNKNOWN = "unknown";

    private static final String FORM = "msp-mfa-activity-head-1";

    /** Of a realm in which nothing has been done. */
    public static Head empty(String realmId) {
        return new Head(realmId, 0, START, 0, START, 0);
    }

    /** Of records whose own head is lost: they stay in place, and it shows that they are not known to be all. */
    public static Head lost(Entry first, long lastSeq) {
        return new Head(first.realmId(), lastSeq, UNKNOWN, first.seq() - 1, first.previous(), first.at());
    }

    /** With one record more. */
    public Head after(SealedEntry next) {
        return new Head(
                realmId,
                next.entry().seq(),
                next.seal(),
                goneSeq,
                goneSeal,
                oldest == 0 ? next.entry().at() : oldest);
    }

    /**
     * Without its oldest records.
     *
     * @param gone the last one that is deleted
     * @param nextOldest when the oldest one was made that stays; 0 if none does
     */
    public Head without(SealedEntry gone, long nextOldest) {
        return new Head(realmId, lastSeq, lastSeal, gone.entry().seq(), gone.seal(), nextOldest);
    }

    /** Seals it. */
    public SealedHead seal(ChainKey key) {
        return new SealedHead(this, key.id(), key.seal(parts(key.id())));
    }

    List<String> parts(String keyId) {
        return List.of(
                FORM,
                realmId,
                Long.toString(lastSeq),
                lastSeal,
                Long.toString(goneSeq),
                goneSeal,
                Long.toString(oldest),
                keyId);
    }
}
