// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.policy.Method;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.webauthn.WebAuthnFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** Which stored credentials count as second factors in which of some realms, as {@link SecondFactors} says, for queries. */
final class FactorTypes {
    private final Set<String> realmsWithKeys;

    /** For queries over some realms. */
    FactorTypes(Collection<RealmModel> realms) {
        this.realmsWithKeys = realms.stream()
                .filter(realm -> WebAuthnFactor.INSTANCE.countsUnder(RealmPolicies.of(realm)))
                .map(RealmModel::getId)
                .collect(Collectors.toUnmodifiableSet());
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
                ? type + " in (:apps)"
                : "(" + type + " in (:apps) or (" + type + " in (:keys) and " + realm + " in (:withKeys)))";
    }

    /** Gives a query with the condition its parameters. */
    TypedQuery<Object[]> bind(TypedQuery<Object[]> query) {
        query.setParameter("apps", SecondFactors.typesOf(Method.TOTP));
        return realmsWithKeys.isEmpty()
                ? query
                : query.setParameter("keys", SecondFactors.typesOf(Method.WEBAUTHN))
                        .setParameter("withKeys", realmsWithKeys);
    }
}
