// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.enforcement.PolicyChange;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/** What the reseller does to a realm, whether to one or to a thousand. */
public final class FloorChange {
    private static final String PATH = AdminCall.ROOT + "/floor";

    private FloorChange() {}

    /** Master is the reseller's own: what would be above it? */
    public static void refuseMaster(RealmModel realm) {
        if (RealmManager.isAdministrationRealm(realm)) {
            throw Problem.of(
                    Response.Status.BAD_REQUEST,
                    "no_floor_for_master",
                    "The resellers' own realm can't have a floor. Set a policy for it instead.");
        }
    }

    /** Sets the floor; it may be weaker than the realm's own policy, which then goes on to hold. */
    public static void put(RealmWrite write, PolicyLayer floor, boolean forced) {
        RealmModel realm = write.realm();
        LockOut.check(write, PolicyDocument.merged(Optional.of(floor), RealmPolicies.own(realm)), forced);
        Optional<String> before = Floors.text(realm);
        PolicyChange.putFloor(realm, PolicyWriter.text(floor));
        write.trail()
                .record(
                        realm,
                        before.isEmpty() ? OperationType.CREATE : OperationType.UPDATE,
                        PATH,
                        PolicyDocument.stored(before),
                        PolicyWriter.write(floor));
    }

    /** Removes the floor, if there is one. */
    static void delete(RealmWrite write) {
        Optional<String> before = Floors.text(write.realm());
        if (before.isPresent()) {
            PolicyChange.deleteFloor(write.realm());
            write.trail().record(write.realm(), OperationType.DELETE, PATH, PolicyDocument.stored(before), null);
        }
    }

    /** Ends all sessions of the realm, and makes every token from before worthless, those of offline sessions too. */
    public static void revokeSessions(RealmWrite write) {
        RealmModel realm = write.realm();
        PolicyChange.revokeSessions(write.session(), realm);
        write.trail()
                .record(
                        realm,
                        OperationType.ACTION,
                        PATH + "/revoke-sessions",
                        null,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("notBefore", Moment.ofSeconds(Time.currentTimeSeconds())));
    }
}
