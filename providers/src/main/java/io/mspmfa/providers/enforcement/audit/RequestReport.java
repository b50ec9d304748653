// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.providers.policy.NamedRoles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * What one request did in one realm, told in {@code master}. Of each kind the first are told one by one and the rest as a
 * number, so that an import of thousands of users doesn't bury everything else.
 *
 * <p>Told once the request's transaction has been committed, in a transaction of its own: listeners of {@code master} may
 * want to take part in the transaction, which takes nobody any more while it is being committed.
 */
final class RequestReport extends AbstractKeycloakTransaction {
    private static final String ATTRIBUTE = "msp.mfa.report.";
    private static final int ONE_BY_ONE = 20;

    private final KeycloakSessionFactory sessions;
    private final KeycloakSession session;
    private final RealmModel tenant;
    private final String tenantId;
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();
    private final Map<Kind, Effect> effects = new LinkedHashMap<>();
    private @Nullable NamedRoles named;
    private AuthDetails actor = new AuthDetails();
    private boolean byTenant = true;

    private RequestReport(KeycloakSession session, RealmModel tenant) {
        this.sessions = session.getKeycloakSessionFactory();
        this.session = session;
        this.tenant = tenant;
        this.tenantId = tenant.getId();
    }

    /**
     * Things of which the first are told one by one.
     *
     * @param path the path of an effect, or the first part of the path of an act
     */
    private record Kind(String path, OperationType operation) {}

    /** What happened to a role, a group or an organisation that policies depend on. */
    private static final class Effect {
        private final String name;
        private final Set<String> roles;
        private final List<String> users = new ArrayList<>();
        private int count;

        /**
         * @param name what people call it
         * @param roles the roles that policies name and it gives
         */
        Effect(String name, Set<String> roles) {
            this.name = name;
            this.roles = roles;
        }

        void happenedTo(UserModel user) {
            count++;
            if (count <= ONE_BY_ONE) {
                users.add(user.getId());
            }
        }

        Map<String, String> details() {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("name", name);
            if (!roles.isEmpty()) {
                details.put("roles", String.join(" ", roles));
            }
            if (count > 0) {
                details.put("count", String.valueOf(count));
                details.put("users", String.join(" ", users));
            }
            return details;
        }
    }

    /** The report of this request, which is told once the request has been committed. */
    static RequestReport of(KeycloakSession session, RealmModel tenant) {
        String attribute = ATTRIBUTE + tenant.getId();
        RequestReport report = session.getAttribute(attribute, RequestReport.class);
        if (report == null) {
            report = new RequestReport(session, tenant);
            session.setAttribute(attribute, report);
            session.getTransactionManager().enlistAfterCompletion(report);
        }
        return report;
    }

    NamedRoles named() {
        if (named == null) {
            named = NamedRoles.of(session, tenant);
        }
        return named;
    }

    /** An administrator did something: the effects of the request are this administrator's. */
    void by(@Nullable AuthDetails administrator, boolean isOfTenant) {
        actor = administrator == null ? new AuthDetails() : administrator;
        byTenant = isOfTenant;
    }

    /** The realm is being made, which no tenant can do: its effects are not told. */
    void isOfNewRealm() {
        byTenant = false;
    }

    /** Whether an act is to be told by itself; one that is not will be counted. */
    boolean isOneOfFew(String path, OperationType operation) {
        return counts.merge(new Kind(path.replaceFirst("/.*", ""), operation), 1, Integer::sum) <= ONE_BY_ONE;
    }

    /**
     * Something happened to what policies depend on.
     *
     * @param user whom it happened to; null if it may concern any number of users
     */
    void effect(String path, OperationType operation, String name, Set<String> roles, @Nullable UserModel user) {
        Effect effect = effects.computeIfAbsent(new Kind(path, operation), kind -> new Effect(name, roles));
        if (user != null) {
            effect.happenedTo(user);
        }
    }

    @Override
    protected void commitImpl() {
        if (!effects.isEmpty() || counts.values().stream().anyMatch(count -> count > ONE_BY_ONE)) {
            KeycloakModelUtils.runJobInTransaction(sessions, later -> {
                RealmModel realm = later.realms().getRealm(tenantId);
                if (realm != null) {
                    tell(new Trail(later), realm);
                }
            });
        }
    }

    private void tell(Trail trail, RealmModel realm) {
        if (byTenant) {
            effects.forEach((kind, effect) -> {
                if (isOneOfFew(kind.path(), kind.operation())) {
                    trail.tell(realm, actor, kind.operation(), kind.path(), effect.details());
                }
            });
        }
        counts.forEach((kind, count) -> {
            if (count > ONE_BY_ONE) {
                Map<String, String> details = Map.of("more", String.valueOf(count - ONE_BY_ONE));
                trail.tell(realm, actor, kind.operation(), kind.path(), details);
            }
        });
    }

    @Override
    protected void rollbackImpl() {
        // what was done does not exist
    }
}
