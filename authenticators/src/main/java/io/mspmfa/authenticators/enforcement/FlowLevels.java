// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.core.claims.FlowLevel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** The levels of authentication in the flow of a login. */
final class FlowLevels {
    /** After either, Keycloak goes on as if the step had reached the level. */
    private static final Set<ExecutionStatus> PASSED = Set.of(ExecutionStatus.SUCCESS, ExecutionStatus.SETUP_REQUIRED);

    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    private FlowLevels(AuthenticationSessionModel login) {
        this.login = login;
        this.realm = login.getRealm();
    }

    /** The levels, in the order of the flow; empty for a flow without any. */
    static List<FlowLevel> of(AuthenticationSessionModel login) {
        String flow = AuthenticationFlowResolver.resolveBrowserFlow(login).getId();
        FlowLevels levels = new FlowLevels(login);
        return AuthenticatorUtil.getExecutionsByType(
                        login.getRealm(), flow, ConditionalLoaAuthenticatorFactory.PROVIDER_ID)
                .stream()
                .filter(condition -> condition.getAuthenticatorConfig() != null)
                .map(levels::read)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable FlowLevel read(AuthenticationExecutionModel condition) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(condition.getAuthenticatorConfig());
        Integer number = config == null ? null : LoAUtil.getLevelFromLoaConditionConfiguration(config);
        return number == null
                ? null
                : new FlowLevel(
                        number,
                        asksForCodesOnly(condition),
                        hasPassedCode(condition),
                        LoAUtil.getMaxAgeFromLoaConditionConfiguration(config));
    }

    /** Whether this login has passed a step for codes at any depth of the condition's subflow. */
    private boolean hasPassedCode(AuthenticationExecutionModel condition) {
        Map<String, ExecutionStatus> states = login.getExecutionStatus();
        return AuthenticatorUtil.getExecutionsByType(
                        realm, condition.getParentFlow(), OTPFormAuthenticatorFactory.PROVIDER_ID)
                .stream()
                .map(step -> states.get(step.getId()))
                .anyMatch(state -> state != null && PASSED.contains(state));
    }

    /** Whether a code is all that the subflow of the condition requires, or one of its alternatives. */
    private boolean asksForCodesOnly(AuthenticationExecutionModel condition) {
        List<AuthenticationExecutionModel> others = realm.getAuthenticationExecutionsStream(condition.getParentFlow())
                .filter(execution -> !condition.getId().equals(execution.getId()) && !execution.isDisabled())
                .toList();
        boolean alternatives = others.stream().allMatch(AuthenticationExecutionModel::isAlternative);
        return alternatives
                ? others.stream().anyMatch(FlowLevels::asksForCode)
                : others.stream()
                        .filter(execution -> execution.getRequirement() != Requirement.ALTERNATIVE)
                        .allMatch(FlowLevels::asksForCode);
    }

    private static boolean asksForCode(AuthenticationExecutionModel execution) {
        return OTPFormAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator());
    }
}
