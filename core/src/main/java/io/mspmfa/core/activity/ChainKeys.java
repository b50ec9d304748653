// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The keys of a server: one seals, and those from before it still show what is genuine. In a chain, no record may be
 * sealed by an older key than the record before it: otherwise whoever got hold of an old key could add records with it.
 */
public final class ChainKeys {
    private final List<ChainKey> newestFirst;

    /** @param newestFirst at least one */
    public ChainKeys(List<ChainKey> newestFirst) {
        if (newestFirst.isEmpty()) {
            throw new IllegalArgumentException("Without a key, nothing can be sealed");
        }
        this.newestFirst = List.copyOf(newestFirst);
    }

    /** The one that seals. */
    public ChainKey current() {
        return newestFirst.get(0);
    }

    /** How many keys are newer than this one; empty if it is none of these. */
    OptionalInt ageOf(String id) {
        return IntStream.range(0, newestFirst.size())
                .filter(age -> newestFirst.get(age).id().equals(id))
                .findFirst();
    }

    /** Whether a seal was made with the key of this id on these parts. */
    boolean haveSealed(String id, List<String> parts, String seal) {
        OptionalInt age = ageOf(id);
        return age.isPresent() && newestFirst.get(age.getAsInt()).hasSealed(parts, seal);
    }
}
