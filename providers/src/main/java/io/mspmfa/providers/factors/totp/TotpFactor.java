// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.totp;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Authenticator apps, stored as Keycloak's own OTP credentials. */
public final class TotpFactor implements SecondFactor {
    /** The only instance. */
    public static final TotpFactor INSTANCE = new TotpFactor();

    /** The credential type. */
    public static final String TYPE = OTPCredentialModel.TYPE;

    /** The name in proofs and events. */
    public static final String WORD = Method.TOTP.json();

    private TotpFactor() {}

    @Override
    public Method method() {
        return Method.TOTP;
    }

    @Override
    public List<String> credentialTypes() {
        return List.of(TYPE);
    }

    /** Always: if a policy stops allowing apps, their owners must not become users without a factor. */
    @Override
    public boolean countsUnder(Policy policy) {
        return true;
    }

    @Override
    public boolean isSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy) {
        return true;
    }

    @Override
    public List<String> setUpActions() {
        return List.of(UserModel.RequiredAction.CONFIGURE_TOTP.name());
    }

    @Override
    public boolean isBuiltIn() {
        return false;
    }

    @Override
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorApp";
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return StoredApp.isReadable(stored);
    }

    /** The user's apps whose codes can be checked, the preferred one first. */
    public List<OTPCredentialModel> apps(UserModel user) {
        return usable(user).map(OTPCredentialModel::createFromCredentialModel).toList();
    }

    /** How many digits the codes of the user's apps have, the maximum if they differ; 0 without any. */
    public int longestCode(UserModel user) {
        return apps(user).stream()
                .mapToInt(app -> app.getOTPCredentialData().getDigits())
                .max()
                .orElse(0);
    }

    /**
     * Stores an app beside those that the user has.
     *
     * @param app must not be stored yet
     * @return the app as it is stored, with its id
     */
    public OTPCredentialModel add(UserModel user, OTPCredentialModel app) {
        return OTPCredentialModel.createFromCredentialModel(
                user.credentialManager().createStoredCredential(app));
    }
}
