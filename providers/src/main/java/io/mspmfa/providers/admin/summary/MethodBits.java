// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.SecondFactor;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which methods a user has set up, as a number with a bit for each: so that users can be counted by it, in one statement
 * for any number of realms with different policies.
 */
final class MethodBits {
    private static final List<SecondFactor> FACTORS = SecondFactors.ALL;

    /** In HQL, those of a user whom {@link #join} has joined. */
    static final String JOINED = "coalesce(m.bits, 0)";

    private MethodBits() {}

    /** In HQL, those of a user in Keycloak's own table. */
    static String local(String userId) {
        return sum("CredentialEntity c where c.user.id = " + userId);
    }

    /** In HQL, those of a user of a federated directory. */
    static String federated(String realmId, String userId) {
        return sum("FederatedUserCredentialEntity c where c.realmId = " + realmId + " and c.userId = " + userId);
    }

    /** In HQL, a join that finds {@link #JOINED} for all users {@code u} at once, instead of one after the other. */
    static String join() {
        return FACTORS.stream()
                .map(factor -> "max(case when " + isOf(factor) + " then " + bit(factor) + " else 0 end)")
                .collect(Collectors.joining(
                        " + ",
                        " left join (select c.user.id as userId, ",
                        " as bits from CredentialEntity c group by c.user.id) m on m.userId = u.id"));
    }

    private static String sum(String credentials) {
        return FACTORS.stream()
                .map(factor -> "case when exists (select 1 from " + credentials + " and " + isOf(factor) + ") then "
                        + bit(factor) + " else 0 end")
                .collect(Collectors.joining(" + "));
    }

    private static String isOf(SecondFactor factor) {
        return factor.credentialTypes().stream()
                .map(type -> "'" + type + "'")
                .collect(Collectors.joining(", ", "c.type in (", ")"));
    }

    /** Those that count under a policy. */
    static int under(Policy policy) {
        return of(factor -> factor.countsUnder(policy));
    }

    /** Those that count under a policy for administrators. */
    static int forAdministrators(Policy policy) {
        return of(factor -> factor.countsForAdministrators(policy));
    }

    private static int of(Predicate<SecondFactor> which) {
        return FACTORS.stream().filter(which).mapToInt(MethodBits::bit).sum();
    }

    /** The methods of a number. */
    static List<Method> methods(int bits) {
        return FACTORS.stream()
                .filter(factor -> (bits & bit(factor)) != 0)
                .map(SecondFactor::method)
                .toList();
    }

    private static int bit(SecondFactor factor) {
        return 1 << FACTORS.indexOf(factor);
    }
}
