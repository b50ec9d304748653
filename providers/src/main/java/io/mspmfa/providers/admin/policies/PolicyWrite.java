// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.AdminTrail;
import io.mspmfa.providers.admin.call.ChangedFields;
import io.mspmfa.providers.admin.call.LockedRealm;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.enforcement.realms.ManagedRealms;
import io.mspmfa.providers.enforcement.realms.Revocation;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The only class that writes policies, both a realm's own and the reseller's floor. Refuses what is not allowed, stores
 * the policy together with everything that follows from it in the same transaction, and records the change. Checking
 * whether the caller may write is up to the resource.
 */
public final class PolicyWrite {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminTrail trail;
    private final WritableLayer layer;

    /**
     * @param session the session whose transaction the change is part of
     * @param realm must be locked against concurrent changes
     * @param trail where the change is recorded, in the same transaction
     */
    public PolicyWrite(KeycloakSession session, RealmModel realm, AdminTrail trail, WritableLayer layer) {
        this.session = session;
        this.realm = realm;
        this.trail = trail;
        this.layer = layer;
    }

    /**
     * Writes in a separate transaction, with the realm locked; exceptions of the work roll everything back, and are
     * passed on.
     */
    public static void run(AdminCall call, String realmId, WritableLayer layer, Consumer<PolicyWrite> work) {
        LockedRealm.run(
                call.session(),
                realmId,
                (session, realm) ->
                        work.accept(new PolicyWrite(session, realm, call.trail().in(session), layer)));
    }

    /** Refuses the change if the policy is no longer the one that the caller has read. */
    void requireTag(@Nullable String wanted) {
        PolicyTag.check(wanted, realm);
    }

    /**
     * Sets the layer.
     *
     * @param forced whether to set it even if nobody could sign in any more
     */
    public void put(PolicyLayer next, boolean forced) {
        Optional<String> before = layer.text(realm);
        store(next, forced);
        record(before.isEmpty() ? OperationType.CREATE : OperationType.UPDATE, before, PolicyWriter.write(next));
    }

    /** Changes the floor. */
    void change(FloorChange change) {
        layer.requireOf(realm);
        change.check(realm);
        put(change.result(realm), change.force());
    }

    /** Sets the layer without recording it, for callers that record it themselves. */
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

    /**
     * Ends all sessions of the realm, and invalidates every token issued before now, including those of offline
     * sessions.
     */
    public void revokeSessions() {
        Revocation.ofAll(session, realm);
        trail.record(
                realm,
                OperationType.ACTION,
                path() + "/revoke-sessions",
                null,
                new Revoked(Moment.ofSeconds(ServerTime.seconds())),
                Act.of(Deed.SESSIONS_ENDED));
    }

    /**
     * @param notBefore since when sessions are valid again
     */
    private record Revoked(String notBefore) {}

    private void record(OperationType operation, Optional<String> before, @Nullable JsonNode after) {
        ObjectNode stored = PolicyDocument.stored(before);
        Act act = Act.of(after == null ? layer.removed() : layer.changed())
                .with("fields", ChangedFields.between(stored, after))
                .with("mode", after == null ? null : after.path("mode").textValue());
        trail.record(realm, operation, path(), stored, after, act);
    }

    private String path() {
        return AdminCall.ROOT + "/" + layer.word();
    }
}
