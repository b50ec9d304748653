// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mspmfa.core.proof.Proof;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * Keycloak's notes of the levels of authentication (step-up) that a session has reached, and when. The factor that the
 * login check has asked for counts for each level that asks for nothing but a code, so that a step-up doesn't ask for a
 * second one before the level's maximum age is over.
 */
final class LevelNotes {
    private static final Logger LOG = Logger.getLogger(LevelNotes.class);

    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    LevelNotes(AuthenticationSessionModel login) {
        this.login = login;
        this.realm = login.getRealm();
    }

    /** Notes the levels that a factor meets. The tokens of this login have the level that its flow has reached. */
    void reached(Proof.ByFactor proof) {
        String known = login.getAuthNote(Constants.LOA_MAP);
        if (known == null) {
            return; // a flow without levels
        }
        try {
            Map<Integer, Long> times = new HashMap<>(JsonSerialization.readValue(known, new TypeReference<>() {}));
            levelsOfCodes().forEach(level -> times.merge(level, proof.time(), Math::max));
            login.setUserSessionNote(Constants.LOA_MAP, JsonSerialization.writeValueAsString(times));
        } catch (IOException e) {
            LOG.debug("A note of levels can't be read, and stays as it is", e);
        }
    }

    private List<Integer> levelsOfCodes() {
        String flow = AuthenticationFlowResolver.resolveBrowserFlow(login).getId();
        return AuthenticatorUtil.getExecutionsByType(realm, flow, ConditionalLoaAuthenticatorFactory.PROVIDER_ID)
                .stream()
                .filter(condition -> condition.getAuthenticatorConfig() != null && asksForCodesOnly(condition))
                .map(this::levelOf)
                .filter(level -> level > Constants.MINIMUM_LOA)
                .toList();
    }

    private int levelOf(AuthenticationExecutionModel condition) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(condition.getAuthenticatorConfig());
        if (config == null || LoAUtil.getMaxAgeFromLoaConditionConfiguration(config) == 0) {
            return Constants.NO_LOA; // asked each time
        }
        Integer level = LoAUtil.getLevelFromLoaConditionConfiguration(config);
        return level == null ? Constants.NO_LOA : level;
    }

    /** Whether a code is all that the subflow of the condition requires, or one of its alternatives. */
    private boolean asksForCodesOnly(AuthenticationExecutionModel condition) {
        List<AuthenticationExecutionModel> others = realm.getAuthenticationExecutionsStream(condition.getParentFlow())
                .filter(execution -> !condition.getId().equals(execution.getId()) && !execution.isDisabled())
                .toList();
        boolean alternatives = others.stream().allMatch(AuthenticationExecutionModel::isAlternative);
        return alternatives
                ? others.stream().anyMatch(LevelNotes::asksForCode)
                : others.stream()
                        .filter(execution -> execution.getRequirement() != Requirement.ALTERNATIVE)
                        .allMatch(LevelNotes::asksForCode);
    }

    private static boolean asksForCode(AuthenticationExecutionModel execution) {
        return OTPFormAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator());
    }
}
