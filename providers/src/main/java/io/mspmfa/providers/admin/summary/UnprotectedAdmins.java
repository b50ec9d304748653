// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.CountingFactors;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts enabled users who may administer their realm and have no second factor that counts for them. Takes two SQL
 * statements besides those of {@link AdminUsers}, however many realms, roles and users there are.
 *
 * @param factors under the policies of the realms
 * @param administrators of the realms
 */
record UnprotectedAdmins(
        EntityManager em,
        Set<String> realmIds,
        CountingFactors factors,
        AdminUsers administrators,
        VisibleUsers visible) {

    /** How many there are in each realm, by the realm's id; realms without any are missing. */
    Map<String, Long> count() {
        Map<String, Long> counts = new HashMap<>();
        countLocal(counts);
        if (visible.areAll()) {
            countFederated(counts);
        }
        return counts;
    }

    private void countLocal(Map<String, Long> counts) {
        String noFactor = " and not exists (select c.id from CredentialEntity c where c.user.id = u.id and "
                + factors.conditionForAdministrators("c.type", "u.realmId") + ")";
        TypedQuery<Object[]> local = em.createQuery(
                "select u.realmId, count(u.id) from UserEntity u"
                        + " where u.realmId in (:realms) and u.enabled = true and " + ServiceAccounts.IS_PERSON
                        + noFactor + " and " + visible.condition() + " and u.id in (" + administrators.local()
                        + ") group by u.realmId",
                Object[].class);
        bind(visible.bind(local.setParameter("realms", realmIds)))
                .getResultStream()
                .forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
    }

    private void countFederated(Map<String, Long> counts) {
        String noFactor = "not exists (select c.id from FederatedUserCredentialEntity c"
                + " where c.realmId = af.realmId and c.userId = af.userId and "
                + factors.conditionForAdministrators("c.type", "af.realmId") + ")";
        TypedQuery<Object[]> federated =
                em.createQuery(administrators.federated("af.realmId, af.userId", noFactor), Object[].class);
        Set<List<Object>> users = new HashSet<>();
        bind(federated).getResultStream().map(List::of).forEach(users::add);
        users.forEach(user -> counts.merge((String) user.get(0), 1L, Long::sum));
    }

    private TypedQuery<Object[]> bind(TypedQuery<Object[]> query) {
        return administrators.bind(factors.bind(query));
    }
}
