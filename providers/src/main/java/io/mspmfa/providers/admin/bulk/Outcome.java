// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.core.csv.LineFault;
import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.links.EnrolmentLinks;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param kind what the client goes by
 * @param why null if the line was done
 * @param link null if it made none
 */
record Outcome(Kind kind, @Nullable Sentence why, EnrolmentLinks.@Nullable Link link) {
    /** What the client goes by. */
    enum Kind {
        /** It has been done. */
        DONE,
        /** It was so already, and is now. */
        UNCHANGED,
        /** It is not allowed, not possible, or can't be read. */
        REFUSED,
        /** It went wrong, and was undone. */
        FAILED;

        /** The word in the answer. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome of(boolean changed) {
        return new Outcome(changed ? Kind.DONE : Kind.UNCHANGED, null, null);
    }

    static Outcome of(EnrolmentLinks.Link link) {
        return new Outcome(Kind.DONE, null, link);
    }

    static Outcome refused(Sentence why) {
        return new Outcome(Kind.REFUSED, why, null);
    }

    static Outcome failed() {
        return new Outcome(Kind.FAILED, LineFault.FAILED.with(), null);
    }

    /** Whether what the line asks for holds now. */
    boolean holds() {
        return kind == Kind.DONE || kind == Kind.UNCHANGED;
    }
}
