// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * Which types of credential count as second factors in which realms, as {@link SecondFactors} decides, for use in
 * queries.
 */
final class FactorTypes {
    private final Map<Method, Set<String>> realms = new EnumMap<>(Method.class);

    /** For queries over one or more realms. */
    FactorTypes(Collection<RealmModel> all) {
        this(all, SecondFactor::countsUnder);
    }

    /** The same for queries that are about administrators only. */
    static FactorTypes forAdministrators(Collection<RealmModel> all) {
        return new FactorTypes(all, SecondFactor::countsForAdministrators);
    }

    private FactorTypes(Collection<RealmModel> all, BiPredicate<SecondFactor, Policy> counts) {
        for (SecondFactor factor : SecondFactors.ALL) {
            Set<String> counting = all.stream()
                    .filter(realm -> counts.test(factor, RealmPolicies.of(realm)))
                    .map(RealmModel::getId)
                    .collect(Collectors.toUnmodifiableSet());
            if (!counting.isEmpty()) {
                realms.put(factor.method(), counting);
            }
        }
    }

    /** The methods that count in at least one realm, each with the ids of those realms. */
    Map<Method, Set<String>> realms() {
        return realms;
    }

    /**
     * The query condition under which a credential counts.
     *
     * @param type path to the credential's type
     * @param realm path to the id of its user's realm
     */
    String condition(String type, String realm) {
        return realms.keySet().stream()
                .map(method -> "(" + type + " in (:types" + method + ") and " + realm + " in (:realms" + method + "))")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Binds the parameters of the condition. */
    TypedQuery<Object[]> bind(TypedQuery<Object[]> query) {
        realms.forEach((method, ids) -> query.setParameter("types" + method, SecondFactors.typesOf(method))
                .setParameter("realms" + method, ids));
        return query;
    }
}
