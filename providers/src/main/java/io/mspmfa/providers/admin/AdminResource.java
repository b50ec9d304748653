// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin;

import jakarta.ws.rs.Path;

/** Where the admin REST of a realm begins. */
public final class AdminResource {
    private final AdminCall call;

    AdminResource(AdminCall call) {
        this.call = call;
    }

    /** The realm's own policy, and what holds. */
    @Path("policy")
    public PolicyResource policy() {
        return new PolicyResource(call);
    }

    /** The reseller's floor. */
    @Path("floor")
    public FloorResource floor() {
        return new FloorResource(call);
    }
}
