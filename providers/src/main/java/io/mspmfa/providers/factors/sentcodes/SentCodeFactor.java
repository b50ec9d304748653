// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.sentcodes;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Codes that are sent somewhere. A user has one credential of the factor, and Keycloak has no action that sets it up. */
public abstract class SentCodeFactor implements SecondFactor {
    private final Method method;
    private final String type;

    /**
     * @param method the policy's
     * @param type the credential type
     */
    protected SentCodeFactor(Method method, String type) {
        this.method = method;
        this.type = type;
    }

    @Override
    public final Method method() {
        return method;
    }

    @Override
    public final List<String> credentialTypes() {
        return List.of(type);
    }

    /** If the policy allows its method. */
    @Override
    public final boolean countsUnder(Policy policy) {
        return policy.get(PolicyField.METHODS).contains(method);
    }

    @Override
    public final List<String> setUpActions() {
        return List.of();
    }

    @Override
    public final boolean isBuiltIn() {
        return false;
    }

    /**
     * Stores a credential in place of the one before.
     *
     * @param credential without type and time
     * @param nowMillis since the epoch
     * @return the credential as it is stored, with its id
     */
    protected final CredentialModel replace(UserModel user, CredentialModel credential, long nowMillis) {
        of(user).map(CredentialModel::getId).toList().forEach(user.credentialManager()::removeStoredCredentialById);
        credential.setType(type);
        credential.setCreatedDate(nowMillis);
        return user.credentialManager().createStoredCredential(credential);
    }
}
