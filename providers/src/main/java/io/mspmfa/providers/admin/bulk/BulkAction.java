// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.core.csv.LineFault;
import io.mspmfa.providers.admin.users.UserActions;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.resets.Reset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line can ask for: the same as a call for one user. */
enum BulkAction {
    /** Requires a factor. */
    REQUIRE {
        @Override
        Outcome run(UserActions actions, String reason) {
            return Outcome.of(actions.require(true));
        }
    },
    /** Stops requiring one. */
    RELEASE {
        @Override
        Outcome run(UserActions actions, String reason) {
            return Outcome.of(actions.require(false));
        }
    },
    /** Removes all factors; for a reason. */
    RESET {
        @Override
        Outcome run(UserActions actions, String reason) {
            if (reason.isEmpty() || reason.length() > UserActions.MAX_REASON) {
                return Outcome.refused(LineFault.REASON_LENGTH.with(UserActions.MAX_REASON));
            }
            actions.reset(reason, Reset.LinkChoice.REMOVE);
            return Outcome.of(true);
        }
    },
    /** Creates an enrolment link, which lives as long as one can. */
    LINK {
        @Override
        Outcome run(UserActions actions, String reason) {
            return Outcome.of(actions.link(EnrolmentLinks.MAX_SECONDS));
        }
    };

    /** The words in lists, in the order of the documentation. */
    static List<String> words() {
        return Arrays.stream(values()).map(BulkAction::word).toList();
    }

    /** The action of a word, in any case; empty if there is none. */
    static Optional<BulkAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Does it.
     *
     * @param reason empty if the line gives none
     */
    abstract Outcome run(UserActions actions, String reason);
}
