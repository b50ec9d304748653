// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Refusal;
import io.mspmfa.providers.admin.policies.FloorChange;
import io.mspmfa.providers.admin.policies.PolicyWrite;
import io.mspmfa.providers.admin.policies.WritableLayer;
import io.mspmfa.providers.log.LogText;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelException;

/** Sets one floor for many tenants. If one of them fails, the others are unaffected. */
final class MassFloor {
    private static final Logger LOG = Logger.getLogger(MassFloor.class);

    /** The same code for both cases, so that callers can't find out which realms exist. */
    static final String NOT_FOUND = "not_found";

    private static final String FAILED = "failed";

    private final AdminCall call;
    private final Portfolio portfolio;
    private final FloorChange change;

    MassFloor(AdminCall call, Portfolio portfolio, FloorChange change) {
        this.call = call;
        this.portfolio = portfolio;
        this.change = change;
    }

    /**
     * The result, as the REST API shows it.
     *
     * @param done the realms that now have the floor
     * @param failed those that do not
     */
    record Outcome(List<String> done, List<Failure> failed) {}

    /**
     * @param error the error code
     */
    record Failure(String realm, String error) {}

    /** Sets the floor in the given order, and reports for each tenant whether it was done, or why not. */
    Outcome put(Set<String> realms) {
        Map<String, String> idsByName = portfolio.idsOf(call.session(), realms);
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

    /** The error code; null on success. */
    private @Nullable String put(String name, String id) {
        try {
            PolicyWrite.run(call, id, WritableLayer.FLOOR, change::apply);
            return null;
        } catch (Refusal e) {
            return e.code();
        } catch (NotFoundException e) {
            return NOT_FOUND; // deleted since it was looked up
        } catch (ModelException | PersistenceException e) {
            LOG.errorf(e, "The MFA floor of realm %s could not be set", LogText.of(name));
            return FAILED;
        }
    }
}
