// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Replaces Keycloak's {@code auth-otp-form}. */
public final class MspOtpFormFactory extends OTPFormAuthenticatorFactory implements BuiltInOverride {
    private static final MspOtpForm FORM = new MspOtpForm();

    @Override
    public Authenticator create(KeycloakSession session) {
        return FORM;
    }

    /** Makes the account console list backup codes, which no flow mentions (AccountCredentialResource). */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && RealmPolicies.isManaged(realm)
                ? Set.of(BackupCodesCredentialModel.TYPE)
                : super.getOptionalReferenceCategories(session);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
