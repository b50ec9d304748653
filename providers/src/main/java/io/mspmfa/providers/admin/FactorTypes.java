// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Which stored credentials count as second factors in which of some realms: authenticator apps in all, security keys
 * and passkeys where the realm's policy takes them.
 */
final class FactorTypes {
    /** The types of keys that Keycloak registers. */
    static final List<String> KEYS =
            List.of(WebAuthnCredentialModel.TYPE_TWOFACTOR, WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    private final Set<String> realmsWithKeys;

    /** For queries over some realms. */
    FactorTypes(Collection<RealmModel> realms) {
        this.realmsWithKeys = realms.stream()
                .filter(realm -> takesKeys(RealmPolicies.of(realm)))
                .map(RealmModel::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The types that count in a realm. */
    static List<String> of(RealmModel realm) {
        return of(RealmPolicies.of(realm));
    }

    /** The types that count under a policy. */
    static List<String> of(Policy policy) {
        return takesKeys(policy)
                ? Stream.concat(Stream.of(OTPCredentialModel.TYPE), KEYS.stream())
                        .toList()
                : List.of(OTPCredentialModel.TYPE);
    }

    /** The policy's word for the method that a type of credential, which counts, belongs to. */
    static String method(String type) {
        return (KEYS.contains(type) ? Method.WEBAUTHN : Method.TOTP).json();
    }

    /** The realms where keys count. */
    Set<String> realmsWithKeys() {
        return realmsWithKeys;
    }

    /**
     * The condition of a query that a credential counts.
     *
     * @param type path to the credential's type
     * @param realm path to the id of its user's realm
     */
    String condition(String type, String realm) {
        return realmsWithKeys.isEmpty()
                ? type + " = :app"
                : "(" + type + " = :app or (" + type + " in (:keys) and " + realm + " in (:withKeys)))";
    }

    /** Gives a query with the condition its parameters. */
    TypedQuery<Object[]> bind(TypedQuery<Object[]> query) {
        query.setParameter("app", OTPCredentialModel.TYPE);
        return realmsWithKeys.isEmpty()
                ? query
                : query.setParameter("keys", KEYS).setParameter("withKeys", realmsWithKeys);
    }

    private static boolean takesKeys(Policy policy) {
        return policy.get(PolicyField.METHODS).contains(Method.WEBAUTHN);
    }
}
