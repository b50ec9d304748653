// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.risk.RecentScores;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.risk.profiles.ProfileRow;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.concurrent.TimeUnit;
import org.hibernate.jpa.AvailableHints;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** How many recent logins a policy would have asked, as far as their scores are known. */
final class RiskPreview {
    private static final String SCORES = "select p.scores from UserEntity u join " + ProfileRow.NAME
            + " p on p.realmId = u.realmId and p.userId = u.id where u.realmId = :realm and u.enabled = true and "
            + ServiceAccounts.IS_PERSON + " and p.judged > :oldest and ";

    /** A realm may have a hundred thousand users. */
    private static final int ROWS_AT_A_TIME = 1000;

    private RiskPreview() {}

    /**
     * Logins that were judged.
     *
     * @param days how long ago at most
     * @param logins how many
     * @param asked how many of them the threshold would have asked
     */
    record Logins(int days, long logins, long asked) {
        private Logins plus(Logins others) {
            return new Logins(days, logins + others.logins, asked + others.asked);
        }
    }

    /** One SQL statement; null, and no statement, if the policy's mode isn't {@code adaptive}. */
    static @Nullable Logins of(Policy policy, EntityManager database, RealmModel realm, VisibleUsers visible) {
        if (policy.get(PolicyField.MODE) != Mode.ADAPTIVE) {
            return null;
        }
        long now = ServerTime.seconds();
        TypedQuery<String> query = database.createQuery(SCORES + visible.condition(), String.class);
        query.setParameter("realm", realm.getId());
        query.setParameter("oldest", now - TimeUnit.DAYS.toSeconds(RecentScores.DAYS));
        visible.bind(query);
        query.setHint(AvailableHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME);
        int threshold = policy.get(PolicyField.ADAPTIVE_THRESHOLD);
        return query.getResultStream()
                .map(RecentScores::read)
                .map(scores -> new Logins(RecentScores.DAYS, scores.count(now), scores.asked(now, threshold)))
                .reduce(new Logins(RecentScores.DAYS, 0, 0), Logins::plus);
    }
}
