// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.providers.admin.call.FieldProblemView;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.query.AskedUsers;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The effects of a policy (X3), without setting it. The number of SQL statements does not depend on the number of
 * users. Users of a federated directory are counted if Keycloak has imported them.
 */
public final class Preview {
    private static final String COUNT = "select count(u.id) from UserEntity u where u.realmId = :realm"
            + " and u.enabled = true and " + ServiceAccounts.IS_PERSON + " and ";

    private static final String NO_ADDRESS = "(u.email is null or u.emailVerified = false)";

    private static final int MAX_CLIENTS = 100;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final VisibleUsers visible;
    private final EntityManager database;

    /** @param visible whom the caller may see: nobody else is counted */
    public Preview(KeycloakSession session, RealmModel realm, VisibleUsers visible) {
        this.visible = visible;
        this.session = session;
        this.realm = realm;
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * The effects, as the REST API shows them.
     *
     * @param usersAffected users who would be asked and are not asked now, or the other way round
     * @param mustEnrol users who would have to set up a factor
     * @param graceUntil until when they could postpone it, counted from now; null if they could not, or if there are
     *     none
     * @param blockedServiceAccounts how many clients sign in with a user's password and could no longer do so
     * @param blockedClients the first of them, ordered by id
     * @param withoutUsableMethod users who could not set up any method at login
     * @param adaptive recent logins that would have been asked; null in other modes than {@code adaptive}
     * @param refused the fields for which the policy would be refused; empty if it can be set
     * @param effective what would hold in the realm
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Result(
            long usersAffected,
            long mustEnrol,
            @Nullable String graceUntil,
            long blockedServiceAccounts,
            List<String> blockedClients,
            long withoutUsableMethod,
            RiskPreview.@Nullable Logins adaptive,
            List<FieldProblemView> refused,
            ObjectNode effective) {}

    /** Previews a change of the floor. */
    public Result of(FloorChange change) {
        return of(change.result(realm), WritableLayer.FLOOR, change.refused(realm));
    }

    /**
     * Previews a policy.
     *
     * @param next the policy to preview
     * @param layer the layer that it would be set as
     */
    Result of(PolicyLayer next, WritableLayer layer) {
        return of(next, layer, layer.refused(realm, next));
    }

    private Result of(PolicyLayer next, WritableLayer layer, List<FieldProblem> refused) {
        Policy policy = layer.mergedWith(realm, next);
        AskedUsers now = new AskedUsers(
                "now", RealmPolicies.isManaged(realm) ? RealmPolicies.of(realm) : null, database, session, realm);
        AskedUsers then = new AskedUsers("then", policy, database, session, realm);
        long mustEnrol = count(then.must() + " and not " + then.enrolled(), now, then);
        boolean blocks = policy.requiresFactor();
        return new Result(
                count(AskedUsers.differ(now.asked(), then.asked()), now, then),
                mustEnrol,
                graceUntil(policy, mustEnrol),
                blocks ? countPasswordClients() : 0,
                blocks ? passwordClients() : List.of(),
                withoutMethod(policy, mustEnrol, now, then),
                RiskPreview.of(policy, database, realm, visible),
                FieldProblemView.of(refused),
                PolicyWriter.write(policy));
    }

    private long withoutMethod(Policy policy, long mustEnrol, AskedUsers now, AskedUsers then) {
        if (!SecondFactors.canBeSetUpAtLogin(session, realm, policy)) {
            return mustEnrol;
        }
        return SecondFactors.takesAnAddressToSetUp(session, realm, policy)
                ? count(then.must() + " and not " + then.enrolled() + " and " + NO_ADDRESS, now, then)
                : 0;
    }

    private long count(String condition, AskedUsers now, AskedUsers then) {
        TypedQuery<Long> query = database.createQuery(COUNT + visible.condition() + " and " + condition, Long.class);
        query.setParameter("realm", realm.getId());
        now.bind(query);
        then.bind(query);
        visible.bind(query);
        return query.getSingleResult();
    }

    /** Clients that get tokens for a user's password, as scripts do: from now on, they would need a code. */
    private List<String> passwordClients() {
        return ofPasswordClients("c.clientId", String.class, " order by c.clientId")
                .setMaxResults(MAX_CLIENTS)
                .getResultList();
    }

    private long countPasswordClients() {
        return ofPasswordClients("count(c.id)", Long.class, "").getSingleResult();
    }

    private <T> TypedQuery<T> ofPasswordClients(String what, Class<T> type, String order) {
        return database.createQuery(
                        "select " + what + " from ClientEntity c where c.realmId = :realm and c.enabled = true"
                                + " and c.directAccessGrantsEnabled = true and c.clientId <> :cli" + order,
                        type)
                .setParameter("realm", realm.getId())
                .setParameter("cli", Constants.ADMIN_CLI_CLIENT_ID);
    }

    private static @Nullable String graceUntil(Policy policy, long mustEnrol) {
        int days = policy.get(PolicyField.GRACE_DAYS);
        return days == 0 || mustEnrol == 0 ? null : Moment.ofSeconds(new GracePeriod(ServerTime.seconds(), days).end());
    }
}
