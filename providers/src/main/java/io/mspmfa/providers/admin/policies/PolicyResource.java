// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Caller;
import io.mspmfa.providers.admin.call.EntityTag;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** A realm's own policy, and the result of merging it with the floor. */
public final class PolicyResource {
    private static final String OWN = "own";
    private static final String FLOOR = "floor";
    private static final String LAYER = "layer";

    private final AdminCall call;

    public PolicyResource(AdminCall call) {
        this.call = call;
    }

    /** The realm's own policy, the floor, the effective policy, and where each value comes from. */
    @GET
    public Response get() {
        call.caller().requireViewPolicy();
        call.requireNoQuery();
        return Response.ok(PolicyDocument.of(call.realm()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, PolicyTag.of(call.realm()))
                .build();
    }

    /** Sets the realm's own policy. Query: {@code force} sets it even if nobody could sign in any more. */
    @PUT
    public Response put(InputStream body) {
        call.caller().requireWritePolicy();
        boolean forced = call.query("force").flag("force");
        PolicyLayer next = PolicyDocument.sent(call, body);
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.OWN, write -> {
            write.requireTag(wanted);
            write.put(next, forced);
        });
        return Response.noContent().build();
    }

    /** Removes the realm's own policy; the floor remains. */
    @DELETE
    public Response delete() {
        call.caller().requireWritePolicy();
        call.requireNoQuery();
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.OWN, write -> {
            write.requireTag(wanted);
            write.delete();
        });
        return Response.noContent().build();
    }

    /**
     * Shows what a policy would change, without changing anything (X3). Query: {@code layer}, {@code own} or
     * {@code floor}, is the layer to preview; by default, {@code floor} for a reseller. For a floor, {@code merge} and
     * {@code replace} as when it is set.
     */
    @POST
    @Path("preview")
    public Response preview(InputStream body) {
        Caller caller = call.caller();
        caller.requireWritePolicy();
        if (FLOOR.equals(call.parameter(LAYER))) {
            caller.requireWriteFloor();
        }
        Preview preview = new Preview(call.session(), call.realm(), caller.visibleUsers());
        return Response.ok(
                        isOfFloor(caller)
                                ? preview.of(FloorChange.previewed(call, LAYER).apply(PolicyDocument.sent(call, body)))
                                : preview.of(ownPolicy(body), WritableLayer.OWN),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private boolean isOfFloor(Caller caller) {
        String usual = caller.isResellerManaging() ? FLOOR : OWN;
        return FloorChange.previewQuery(call, LAYER)
                .word(LAYER, usual, List.of(OWN, FLOOR))
                .equals(FLOOR);
    }

    private PolicyLayer ownPolicy(InputStream body) {
        call.query(LAYER);
        return PolicyDocument.sent(call, body);
    }
}
