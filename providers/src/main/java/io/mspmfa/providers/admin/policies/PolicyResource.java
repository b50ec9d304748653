// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.Caller;
import io.mspmfa.providers.admin.call.EntityTag;
import io.mspmfa.providers.admin.call.QueryParameter;
import io.mspmfa.providers.admin.call.RequestBody;
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
import org.jspecify.annotations.Nullable;

/** A realm's own policy, and the result of merging it with the floor. */
public final class PolicyResource {
    private final AdminCall call;

    public PolicyResource(AdminCall call) {
        this.call = call;
    }

    /** The realm's own policy, the floor, the effective policy, and where each value comes from. */
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
     * @param force {@code true}: set the policy even if nobody could sign in any more
     */
    @PUT
    public Response put(@QueryParam("force") @Nullable String force, InputStream body) {
        call.caller().requireWritePolicy();
        boolean forced = QueryParameter.flag("force", force);
        PolicyLayer next = PolicyDocument.read(RequestBody.text(call.session(), body, RequestBody.POLICY_BYTES));
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
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.OWN, write -> {
            write.requireTag(wanted);
            write.delete();
        });
        return Response.noContent().build();
    }

    /**
     * Shows what a policy would change, without changing anything (X3).
     *
     * @param layer {@code own} or {@code floor}: the layer to preview; by default, {@code floor} for a reseller
     */
    @POST
    @Path("preview")
    public Response preview(@QueryParam("layer") @Nullable String layer, InputStream body) {
        Caller caller = call.caller();
        caller.requireWritePolicy();
        WritableLayer tried =
                QueryParameter.word("layer", layer, caller.isResellerManaging() ? "floor" : "own", "own", "floor")
                                .equals("floor")
                        ? WritableLayer.FLOOR
                        : WritableLayer.OWN;
        if (tried == WritableLayer.FLOOR) {
            caller.requireWriteFloor();
        }
        PolicyLayer next = PolicyDocument.read(RequestBody.text(call.session(), body, RequestBody.POLICY_BYTES));
        return Response.ok(
                        new Preview(call.session(), call.realm(), caller.visibleUsers()).of(next, tried),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
