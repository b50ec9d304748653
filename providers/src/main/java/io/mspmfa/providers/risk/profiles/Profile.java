// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.profiles;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.HistoryText;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.core.risk.RecentScores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of a user's logins.
 *
 * @param history the text form, readable or not
 * @param judged when the last login was judged that changed anything here, in seconds since the epoch
 * @param score its score
 * @param challenged whether that called for a second factor
 * @param reasons its reasons
 * @param scores of recent logins, the text form
 */
public record Profile(String history, long judged, int score, boolean challenged, List<String> reasons, String scores) {
    static final int LONGEST_REASONS = 500;

    private static final String SEPARATOR = "+";
    private static final String NONE = "-";

    public Profile {
        reasons = List.copyOf(reasons);
    }

    /** The profile after a login. */
    public static Profile after(Optional<Profile> before, History history, Judgement judgement, long now) {
        RecentScores scores =
                before.map(profile -> RecentScores.read(profile.scores())).orElse(RecentScores.NONE);
        return new Profile(
                HistoryText.write(history),
                now,
                judgement.score(),
                judgement.challenge(),
                judgement.reasons(),
                scores.with(now, judgement.score()).text());
    }

    /** The history; empty if it can't be read. */
    public Optional<History> read() {
        return HistoryText.read(history);
    }

    /** Whether the last login was judged in the same way. */
    public boolean isJudged(Judgement judgement) {
        return score == judgement.score() && challenged == judgement.challenge() && reasons.equals(judgement.reasons());
    }

    /** The reasons as they are stored, without the last ones if there are more than fit in. */
    String reasonsText() {
        StringBuilder text = new StringBuilder();
        for (String reason : reasons) {
            if (text.length() + SEPARATOR.length() + reason.length() <= LONGEST_REASONS) {
                text.append(text.isEmpty() ? "" : SEPARATOR).append(reason);
            }
        }
        return text.isEmpty() ? NONE : text.toString();
    }

    static List<String> reasonsOf(String text) {
        return text.equals(NONE) ? List.of() : Arrays.asList(text.split("\\+"));
    }
}
