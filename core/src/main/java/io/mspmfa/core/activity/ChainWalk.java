// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

/** Goes along the records of a realm from the oldest to the newest, and notices where the chain doesn't hold. */
public final class ChainWalk {
    private final ChainKeys keys;
    private final String realmId;
    private long reached;
    private String seal;
    private int age = Integer.MAX_VALUE;

    /** @param head where the chain begins; whether it is genuine is asked in the end */
    public ChainWalk(ChainKeys keys, Head head) {
        this.keys = keys;
        this.realmId = head.realmId();
        this.reached = head.goneSeq();
        this.seal = head.goneSeal();
    }

    /** Goes on to the next record; false if it isn't the one that follows, or isn't genuine. */
    public boolean take(SealedEntry next) {
        Entry entry = next.entry();
        boolean follows = entry.realmId().equals(realmId)
                && entry.seq() == reached + 1
                && entry.previous().equals(seal)
                && isNoOlder(next.keyId())
                && next.isGenuine(keys);
        if (follows) {
            reached = entry.seq();
            seal = next.seal();
            age = keys.ageOf(next.keyId()).orElseThrow();
        }
        return follows;
    }

    /** The number of the last record that holds; before the first one, of the last one that was deleted. */
    public long reached() {
        return reached;
    }

    /** Whether the chain ends here. */
    public boolean endsAt(SealedHead head) {
        return head.isGenuine(keys)
                && isNoOlder(head.keyId())
                && head.head().lastSeq() == reached
                && head.head().lastSeal().equals(seal);
    }

    private boolean isNoOlder(String keyId) {
        return keys.ageOf(keyId).orElse(Integer.MAX_VALUE) <= age;
    }
}
