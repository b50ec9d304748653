// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.EntityTag;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The reseller's floor for one realm. */
public final class FloorResource {
    private final AdminCall call;

    public FloorResource(AdminCall call) {
        this.call = call;
    }

    /**
     * Sets the floor. Query: {@code merge} leaves fields that the body doesn't name as they are, and weakens none unless
     * {@code replace}; {@code revokeSessions} has all users sign in again; {@code force} sets the floor even if nobody
     * could sign in any more.
     */
    @PUT
    public Response put(InputStream body) {
        call.caller().requireWriteFloor();
        WritableLayer.FLOOR.requireOf(call.realm());
        FloorChange change = FloorChange.asked(call).apply(PolicyDocument.sent(call, body));
        String wanted = EntityTag.wanted(call.session());
        PolicyWrite.run(call, call.realm().getId(), WritableLayer.FLOOR, write -> {
            write.requireTag(wanted);
            change.apply(write);
        });
        return Response.noContent().build();
    }

    /** Removes the floor; the realm's own policy remains. Query: {@code revokeSessions} has all users sign in again. */
    @DELETE
    public Response delete() {
        call.caller().requireWriteFloor();
        WritableLayer.FLOOR.requireOf(call.realm());
        boolean revoke = call.query("revokeSessions").flag("revokeSessions");
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
