// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mspmfa.core.claims.FlowLevel;
import io.mspmfa.core.claims.MethodReferences;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.claims.ProvenMethods;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * Keycloak's notes of the levels of authentication (step-up, {@code acr}) that a login has reached, and when. A second
 * factor counts for each level that takes nothing but a code, whether the flow or the login check has asked for it. A
 * step for codes reaches no level with a code by e-mail (R19), or if it had nothing to ask.
 */
final class LevelNotes {
    private static final Logger LOG = Logger.getLogger(LevelNotes.class);
    private static final String MISSED = "msp.mfa.level.missed";

    private final AuthenticationSessionModel login;

    LevelNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /**
     * Notes the levels that a login has met; may be called again.
     *
     * @param proof by the factor that was verified in this login; empty if none will be asked for
     */
    void settle(Optional<Proof.ByFactor> proof) {
        boolean multiFactor = proof.filter(ProvenMethods::isMultiFactor).isPresent();
        List<FlowLevel> levels = FlowLevels.of(login);
        if (levels.isEmpty()) {
            if (multiFactor) {
                levelInName().filter(level -> level > current()).ifPresent(this::setCurrent);
            }
            return;
        }
        int level = FlowLevel.after(levels, current(), multiFactor);
        if (level < current() && isForced() && requested() > level) {
            login.setAuthNote(MISSED, "true");
        }
        if (level != current()) {
            setCurrent(level);
        }
        remember(times -> {
            levels.stream()
                    .filter(unmet -> unmet.passedCode() && !multiFactor)
                    .forEach(unmet -> times.remove(unmet.number()));
            proof.ifPresent(factor -> FlowLevel.remembered(levels, level, multiFactor)
                    .forEach(met -> times.merge(met.number(), factor.time(), Math::max)));
        });
    }

    /** Whether the client has demanded a level that this login hasn't reached. */
    static boolean isMissed(AuthenticationSessionModel login) {
        return login.getAuthNote(MISSED) != null;
    }

    private void remember(Consumer<Map<Integer, Long>> change) {
        String known = login.getAuthNote(Constants.LOA_MAP);
        if (known == null) {
            return; // nothing is remembered
        }
        try {
            Map<Integer, Long> times = new HashMap<>(JsonSerialization.readValue(known, new TypeReference<>() {}));
            change.accept(times);
            login.setUserSessionNote(Constants.LOA_MAP, JsonSerialization.writeValueAsString(times));
        } catch (IOException e) {
            LOG.debug("A note of levels can't be read, and stays as it is", e);
        }
    }

    /** The level to which the client or the realm maps the name {@code mfa}, for flows without levels. */
    private Optional<Integer> levelInName() {
        return Optional.ofNullable(AcrUtils.getAcrLoaMap(login.getClient()).get(MethodReferences.MULTI_FACTOR))
                .or(() -> Optional.ofNullable(
                        AcrUtils.getAcrLoaMap(login.getRealm()).get(MethodReferences.MULTI_FACTOR)));
    }

    private int current() {
        return number(login.getAuthNote(Constants.LEVEL_OF_AUTHENTICATION));
    }

    private void setCurrent(int level) {
        login.setAuthNote(Constants.LEVEL_OF_AUTHENTICATION, Integer.toString(level));
    }

    private boolean isForced() {
        return Boolean.parseBoolean(login.getClientNote(Constants.FORCE_LEVEL_OF_AUTHENTICATION));
    }

    private int requested() {
        return number(login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION));
    }

    /** What Keycloak has written. */
    private static int number(@Nullable String note) {
        return note == null ? Constants.NO_LOA : Integer.parseInt(note);
    }
}
