// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.directgrant;

import io.mspmfa.providers.attempts.BruteForceDetection;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.directgrant.AbstractDirectGrantAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Asks for the second factor in custom direct-grant flows; to be placed after the password. */
public final class MspDirectGrant extends AbstractDirectGrantAuthenticator {
    private static final String ID = "msp-mfa-direct-grant";

    private static final AuthenticationExecutionModel.Requirement[] REQUIREMENTS = {
        AuthenticationExecutionModel.Requirement.REQUIRED, AuthenticationExecutionModel.Requirement.DISABLED
    };

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!RealmPolicies.isManaged(context.getRealm()) || PasswordGrant.prove(context)) {
            context.success();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "MSP MFA: Password grant";
    }

    @Override
    public String getHelpText() {
        return "Checks the form parameter otp or backup_code where the MFA policy asks for it. Place it after the password.";
    }

    /** The category under which Keycloak's brute-force detection counts wrong codes (P1). */
    @Override
    public String getReferenceCategory() {
        return BruteForceDetection.CATEGORY;
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** Always: the policy decides whether a code is required. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public AuthenticationExecutionModel.Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
