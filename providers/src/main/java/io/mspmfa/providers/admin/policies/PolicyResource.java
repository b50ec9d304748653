// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.FieldProblem;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Body;
import io.mspmfa.providers.admin.call.Caller;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.call.Query;
import io.mspmfa.providers.enforcement.PolicyChange;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** A realm's own policy, and what holds with the floor above it. */
public final class PolicyResource {
    private static final String PATH = AdminCall.ROOT + "/policy";

    private final AdminCall call;

    public PolicyResource(AdminCall call) {
        this.call = call;
    }

    /** What the realm says, what the reseller says, what holds, and where each value comes from. */
    @GET
    public Response get() {
        call.caller().requireViewPolicy();
        return Response.ok(PolicyDocument.of(call.realm()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, PolicyTag.of(call.realm()))
                .build();
    }

    /**
     * Sets the realm's own policy.
     *
     * @param force {@code true}: even if nobody could sign in any more
     */
    @PUT
    public Response put(@QueryParam("force") @Nullable String force, InputStream body) {
        call.caller().requireWritePolicy();
        boolean forced = Query.flag("force", force);
        PolicyLayer next = PolicyDocument.read(Body.text(call.session(), body, Body.POLICY_BYTES));
        String wanted = PolicyTag.wanted(call.session());
        RealmWrite.run(call, call.realm().getId(), write -> {
            PolicyTag.check(wanted, write.realm());
            Optional<PolicyLayer> floor = Floors.layer(write.realm());
            floor.ifPresent(above -> refuseWeaker(next, above));
            LockOut.check(write, PolicyDocument.merged(floor, Optional.of(next)), forced);
            Optional<String> before = RealmPolicies.ownText(write.realm());
            PolicyChange.putOwn(write.realm(), PolicyWriter.text(next));
            write.trail()
                    .record(
                            write.realm(),
                            before.isEmpty() ? OperationType.CREATE : OperationType.UPDATE,
                            PATH,
                            PolicyDocument.stored(before),
                            PolicyWriter.write(next));
        });
        return Response.noContent().build();
    }

    /** Removes the realm's own policy; what the floor says stays. */
    @DELETE
    public Response delete() {
        call.caller().requireWritePolicy();
        String wanted = PolicyTag.wanted(call.session());
        RealmWrite.run(call, call.realm().getId(), write -> {
            PolicyTag.check(wanted, write.realm());
            Optional<String> before = RealmPolicies.ownText(write.realm());
            if (before.isPresent()) {
                PolicyChange.deleteOwn(write.realm());
                write.trail().record(write.realm(), OperationType.DELETE, PATH, PolicyDocument.stored(before), null);
            }
        });
        return Response.noContent().build();
    }

    /**
     * Tells what a policy would do, and does nothing (X3).
     *
     * @param layer {@code own} or {@code floor}: as what it would be set; a reseller's is a floor unless it says so
     */
    @POST
    @Path("preview")
    public Response preview(@QueryParam("layer") @Nullable String layer, InputStream body) {
        Caller caller = call.caller();
        caller.requireWritePolicy();
        boolean asFloor = Query.word("layer", layer, caller.isResellerManaging() ? "floor" : "own", "own", "floor")
                .equals("floor");
        if (asFloor) {
            caller.requireWriteFloor();
        }
        PolicyLayer next = PolicyDocument.read(Body.text(call.session(), body, Body.POLICY_BYTES));
        return Response.ok(new Preview(call.session(), call.realm()).of(next, asFloor), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static void refuseWeaker(PolicyLayer next, PolicyLayer floor) {
        List<FieldProblem> weaker = next.weakerThan(floor);
        if (!weaker.isEmpty()) {
            throw Problem.of(
                    Response.Status.CONFLICT,
                    "weaker_than_floor",
                    "This policy is weaker than the reseller's floor.",
                    weaker);
        }
    }
}
