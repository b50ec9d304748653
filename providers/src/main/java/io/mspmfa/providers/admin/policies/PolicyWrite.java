// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.AdminTrail;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.realms.Revocation;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The one writer of policies, of a realm's own and of the reseller's floor: refuses what may not be, stores it with all
 * that has to follow in the same transaction, and records it. Whether the caller may write is for the resource to ask.
 */
public final class PolicyWrite {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminTrail trail;
    private final WritableLayer layer;

    /**
     * @param session whose transaction decides over the change
     * @param realm that nobody else can be changing at the same time
     * @param trail where the change is recorded, in the same transaction
     */
    public PolicyWrite(KeycloakSession session, RealmModel realm, AdminTrail trail, WritableLayer layer) {
        this.session = session;
        this.realm = realm;
        this.trail = trail;
        this.layer = layer;
    }

    /** Writes in a transaction of its own, with the realm locked; what the work throws undoes all of it, and comes out. */
    public static void run(AdminCall call, String realmId, WritableLayer layer, Consumer<PolicyWrite> work) {
        LockedRealm.run(
                call.session(),
                realmId,
                (session, realm) ->
                        work.accept(new PolicyWrite(session, realm, call.trail().in(session), layer)));
    }

    /** Refuses where the policy is not the one any more that the caller has read. */
    void requireTag(@Nullable String wanted) {
        PolicyTag.check(wanted, realm);
    }

    /**
     * Sets the layer.
     *
     * @param forced even if nobody could sign in any more
     */
    public void put(PolicyLayer next, boolean forced) {
        Optional<String> before = layer.text(realm);
        store(next, forced);
        record(before.isEmpty() ? OperationType.CREATE : OperationType.UPDATE, before, PolicyWriter.write(next));
    }

    /** Sets the layer, for a caller whose own record has it. */
    public void store(PolicyLayer next, boolean forced) {
        layer.refuse(realm, next);
        LockOut.check(session, realm, layer.mergedWith(realm, next), forced);
        layer.store(realm, PolicyWriter.text(next));
        ManagedRealms.align(realm);
    }

    /** Removes the layer, if there is one. */
    void delete() {
        Optional<String> before = layer.text(realm);
        if (before.isPresent()) {
            layer.remove(realm);
            ManagedRealms.align(realm);
            record(OperationType.DELETE, before, null);
        }
    }

    /** Ends all sessions of the realm, and makes every token from before worthless, those of offline sessions too. */
    public void revokeSessions() {
        Revocation.ofAll(session, realm);
        trail.record(
                realm,
                OperationType.ACTION,
                path() + "/revoke-sessions",
                null,
                new Revoked(Moment.ofSeconds(Time.currentTimeSeconds())));
    }

    /** @param notBefore since when sessions count again */
    private record Revoked(String notBefore) {}

    private void record(OperationType operation, Optional<String> before, @Nullable JsonNode after) {
        trail.record(realm, operation, path(), PolicyDocument.stored(before), after);
    }

    private String path() {
        return AdminCall.ROOT + "/" + layer.word();
    }
}
