// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.providers.risk.profiles.Profile;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a login notes about its risk, so that it is judged once, and its user's profile read once. */
final class RiskNotes {
    private static final Logger LOG = Logger.getLogger(RiskNotes.class);
    private static final String JUDGED = "msp.mfa.risk.judged";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthenticationSessionModel login;

    RiskNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /**
     * A judgement.
     *
     * @param user the id of the user
     * @param score of the login
     * @param challenge whether it calls for a second factor
     * @param reasons the words
     * @param known whether the profile was read, so that it may be written
     * @param before the profile as it was read; null if there was none
     */
    record Judged(
            String user,
            int score,
            boolean challenge,
            List<String> reasons,
            boolean known,
            @Nullable Profile before) {

        static Judged of(String user, Judgement judgement, boolean known, @Nullable Profile before) {
            return new Judged(user, judgement.score(), judgement.challenge(), judgement.reasons(), known, before);
        }

        Judgement judgement() {
            return new Judgement(challenge, score, reasons, Optional.empty());
        }

        Optional<Profile> profile() {
            return Optional.ofNullable(before);
        }
    }

    /** What was noted about this user; empty if nothing was, or it can't be read: the login is then judged again. */
    Optional<Judged> find(String userId) {
        String note = login.getAuthNote(JUDGED);
        if (note == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(note, Judged.class))
                    .filter(judged -> judged.user().equals(userId));
        } catch (JsonProcessingException e) {
            LOG.debug("The judgement of a login can't be read", e);
            return Optional.empty();
        }
    }

    void keep(Judged judged) {
        try {
            login.setAuthNote(JUDGED, JSON.writeValueAsString(judged));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A judgement can't be written as JSON", e);
        }
    }
}
