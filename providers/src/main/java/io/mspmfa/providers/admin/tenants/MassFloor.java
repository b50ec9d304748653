// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Refusal;
import io.mspmfa.providers.admin.policies.PolicyWrite;
import io.mspmfa.providers.admin.policies.WritableLayer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ModelException;

/** One floor for many tenants. What fails for one of them leaves the others alone. */
final class MassFloor {
    private static final Logger LOG = Logger.getLogger(MassFloor.class);

    /** One code for both: nobody learns here which realms there are. */
    private static final String NOT_FOUND = "not_found";

    private static final String FAILED = "failed";
    private static final int NAMES_A_QUERY = 500;

    private final AdminCall call;
    private final Portfolio portfolio;
    private final PolicyLayer floor;
    private final boolean revokeSessions;
    private final boolean forced;

    MassFloor(AdminCall call, Portfolio portfolio, PolicyLayer floor, boolean revokeSessions, boolean forced) {
        this.call = call;
        this.portfolio = portfolio;
        this.floor = floor;
        this.revokeSessions = revokeSessions;
        this.forced = forced;
    }

    /**
     * What became of it, as the REST shows it.
     *
     * @param done the realms that have the floor now
     * @param failed those that do not
     */
    record Outcome(List<String> done, List<Failure> failed) {}

    /** @param error the code of what went wrong */
    record Failure(String realm, String error) {}

    /** Sets it, in the order given; tells for each tenant whether it was done, and why not. */
    Outcome put(Set<String> realms) {
        Map<String, String> idsByName = mine(realms);
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        for (String name : realms) {
            String id = idsByName.get(name);
            String error = id == null ? NOT_FOUND : put(name, id);
            if (error == null) {
                outcome.done.add(name);
            } else {
                outcome.failed.add(new Failure(name, error));
            }
        }
        return outcome;
    }

    /** The code of what went wrong; null for nothing. */
    private @Nullable String put(String name, String id) {
        try {
            PolicyWrite.run(call, id, WritableLayer.FLOOR, write -> {
                write.put(floor, forced);
                if (revokeSessions) {
                    write.revokeSessions();
                }
            });
            return null;
        } catch (Refusal e) {
            return e.code();
        } catch (NotFoundException e) {
            return NOT_FOUND; // deleted since it was looked up
        } catch (ModelException | PersistenceException e) {
            LOG.errorf(e, "The MFA floor of realm %s could not be set", name);
            return FAILED;
        }
    }

    /** The ids of those of the realms that are the caller's, by name. */
    private Map<String, String> mine(Set<String> realms) {
        EntityManager database =
                call.session().getProvider(JpaConnectionProvider.class).getEntityManager();
        List<String> names = new ArrayList<>(realms);
        Map<String, String> ids = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_A_QUERY) {
            database
                    .createQuery(
                            "select r.name as name, r.id as id, r.masterAdminClient as client from RealmEntity r"
                                    + " where r.name in (:names)",
                            Tuple.class)
                    .setParameter("names", names.subList(from, Math.min(from + NAMES_A_QUERY, names.size())))
                    .getResultList()
                    .stream()
                    .filter(realm -> portfolio.has(realm.get("client", String.class)))
                    .forEach(realm -> ids.put(realm.get("name", String.class), realm.get("id", String.class)));
        }
        return ids;
    }
}
