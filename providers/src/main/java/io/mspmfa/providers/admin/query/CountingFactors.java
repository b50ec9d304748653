// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.SecondFactor;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * Which credentials count as second factors of which users, as {@link SecondFactors} decides under the policies of one
 * or more realms, as conditions in HQL. Some methods don't count for administrators.
 */
public final class CountingFactors {
    private static final String NOTHING = "1 = 0";

    /** Parts of names of parameters: the realms where a method counts for whom. */
    private static final String EVERYONE = "Everyone";

    private static final String OTHERS = "Others";

    private final String name;
    private final Map<Method, Set<String>> realms;
    private final Map<Method, Set<String>> adminRealms;
    private final AdminUsers administrators;

    /**
     * @param name a word that distinguishes the parameters of these conditions from others in the same query
     * @param policies the policy of each realm
     * @param administrators of the same realms
     */
    public CountingFactors(String name, Map<RealmModel, Policy> policies, AdminUsers administrators) {
        this.name = name;
        this.realms = realms(policies, SecondFactor::countsUnder);
        this.adminRealms = realms(policies, SecondFactor::countsForAdministrators);
        this.administrators = administrators;
    }

    private static Map<Method, Set<String>> realms(
            Map<RealmModel, Policy> policies, BiPredicate<SecondFactor, Policy> counts) {
        Map<Method, Set<String>> byMethod = new EnumMap<>(Method.class);
        for (SecondFactor factor : SecondFactors.ALL) {
            Set<String> counting = policies.entrySet().stream()
                    .filter(realm -> counts.test(factor, realm.getValue()))
                    .map(realm -> realm.getKey().getId())
                    .collect(Collectors.toUnmodifiableSet());
            if (!counting.isEmpty()) {
                byMethod.put(factor.method(), counting);
            }
        }
        return byMethod;
    }

    /** Whether some of them don't count for administrators. */
    public boolean differForAdministrators() {
        return !realms.equals(adminRealms);
    }

    /**
     * The condition under which a credential counts.
     *
     * @param type path to the credential's type
     * @param realm path to the id of its user's realm
     * @param user path to the id of its user
     */
    public String condition(String type, String realm, String user) {
        List<String> ways = new ArrayList<>(adminWays(type, realm));
        realms.keySet().stream()
                .filter(method -> !forOthersOnly(method).isEmpty())
                .map(method -> way(OTHERS, method, type, realm) + " and " + administrators.excluding(user))
                .forEach(ways::add);
        return anyOf(ways);
    }

    private List<String> adminWays(String type, String realm) {
        return adminRealms.keySet().stream()
                .map(method -> way(EVERYONE, method, type, realm))
                .toList();
    }

    private String way(String whom, Method method, String type, String realm) {
        return type + " in (:" + types(method) + ") and " + realm + " in (:" + ids(whom, method) + ")";
    }

    private static String anyOf(List<String> ways) {
        return ways.isEmpty() ? NOTHING : "(" + String.join(" or ", ways) + ")";
    }

    private Set<String> forOthersOnly(Method method) {
        Set<String> rest = new HashSet<>(realms.getOrDefault(method, Set.of()));
        rest.removeAll(adminRealms.getOrDefault(method, Set.of()));
        return rest;
    }

    /** Binds the parameters of those conditions that the query contains. */
    public <Q extends Query> Q bind(Q query) {
        for (Method method : realms.keySet()) {
            RoleHolders.bind(query, types(method), SecondFactors.typesOf(method));
            RoleHolders.bind(query, ids(EVERYONE, method), adminRealms.getOrDefault(method, Set.of()));
            RoleHolders.bind(query, ids(OTHERS, method), forOthersOnly(method));
        }
        return differForAdministrators() ? administrators.bind(query) : query;
    }

    private String types(Method method) {
        return name + "Types" + method;
    }

    private String ids(String whom, Method method) {
        return name + whom + method;
    }
}
