// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.EntityTag;
import io.mspmfa.providers.admin.call.QueryParameter;
import io.mspmfa.providers.admin.call.RequestBody;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The reseller's floor for one realm. */
public final class FloorResource {
    private final AdminCall call;

    public FloorResource(AdminCall call) {
        this.call = call;
    }

    /**
     * Sets the floor.
     *
     * @param revokeSessions {@code true}: all users have to sign in again
     * @param force {@code true}: set the floor even if nobody could sign in any more
     */
    @PUT
    public Response put(
            @QueryParam("revokeSessions") @Nullable String revokeSessions,
            @QueryParam("force") @Nullable String force,
            InputStream body) {
        call.caller().requireWriteFloor();
        WritableLayer.FLOOR.requireOf(call.realm());
        boolean revoke = QueryParameter.flag("revokeSessions", revokeSessions);
        boolean forced = QueryParameter.flag("force", force);
        PolicyLayer floor = PolicyDocument.read(RequestBody.text(call.session(), body, RequestBody.POLICY_BYTES));
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.FLOOR, write -> {
            write.requireTag(wanted);
            write.put(floor, forced);
            if (revoke) {
                write.revokeSessions();
            }
        });
        return Response.noContent().build();
    }

    /**
     * Removes the floor; the realm's own policy remains.
     *
     * @param revokeSessions {@code true}: all users have to sign in again
     */
    @DELETE
    public Response delete(@QueryParam("revokeSessions") @Nullable String revokeSessions) {
        call.caller().requireWriteFloor();
        WritableLayer.FLOOR.requireOf(call.realm());
        boolean revoke = QueryParameter.flag("revokeSessions", revokeSessions);
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.FLOOR, write -> {
            write.requireTag(wanted);
            write.delete();
            if (revoke) {
                write.revokeSessions();
            }
        });
        return Response.noContent().build();
    }
}
