// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.webauthn;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import org.keycloak.common.Profile;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Security keys and passkeys, which Keycloak's own code verifies. */
public final class WebAuthnFactor implements SecondFactor {
    /** The only instance. */
    public static final WebAuthnFactor INSTANCE = new WebAuthnFactor();

    /** The type of credentials that can only be a second factor. */
    public static final String SECURITY_KEY = WebAuthnCredentialModel.TYPE_TWOFACTOR;

    /** The type of credentials that can also replace the password. */
    public static final String PASSKEY = WebAuthnCredentialModel.TYPE_PASSWORDLESS;

    /** The name in proofs and events. */
    public static final String WORD = Method.WEBAUTHN.json();

    /** The id of WebAuthnRegisterFactory. */
    public static final String REGISTER_SECURITY_KEY = "webauthn-register";

    private WebAuthnFactor() {}

    @Override
    public Method method() {
        return Method.WEBAUTHN;
    }

    @Override
    public List<String> credentialTypes() {
        return List.of(SECURITY_KEY, PASSKEY);
    }

    /** If the policy allows its method. */
    @Override
    public boolean countsUnder(Policy policy) {
        return policy.get(PolicyField.METHODS).contains(Method.WEBAUTHN);
    }

    /** Unless Keycloak's feature is off. */
    @Override
    public boolean isSetUpAtLogin(KeycloakSession session, RealmModel realm, Policy policy) {
        return isAvailable();
    }

    /** Whether Keycloak's feature is on. */
    public boolean isAvailable() {
        return Profile.isFeatureEnabled(Profile.Feature.WEB_AUTHN);
    }

    /** The ids of WebAuthnRegisterFactory and WebAuthnPasswordlessRegisterFactory. */
    @Override
    public List<String> setUpActions() {
        return List.of(REGISTER_SECURITY_KEY, "webauthn-register-passwordless");
    }

    @Override
    public boolean isBuiltIn() {
        return true;
    }

    /**
     * Stores a key beside those that the user has.
     *
     * @param key must not be stored yet
     * @return the key as it is stored, with its id
     */
    public CredentialModel add(UserModel user, CredentialModel key) {
        return user.credentialManager().createStoredCredential(key);
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return StoredKey.isReadable(stored);
    }

    /**
     * Whether a response comes from a stored key, according to the id in it; false if the key can't be read.
     *
     * @param id as the key sends it, which is not the id of the credential
     */
    public boolean isFrom(CredentialModel stored, byte[] id) {
        return StoredKey.hasId(stored, id);
    }

    @Override
    public String mailKey(String credentialType) {
        return PASSKEY.equals(credentialType) ? "mspMfaMailFactorPasskey" : "mspMfaMailFactorSecurityKey";
    }
}
