// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Many users who never sign in, made by one call. */
public final class Crowd {
    private Crowd() {}

    /** The user {@code extra0001} and so on. */
    public static void into(Tenant tenant, int users) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "FAIL");
        ArrayNode list = body.putArray("users");
        for (int i = 1; i <= users; i++) {
            String name = "extra%04d".formatted(i);
            list.addObject()
                    .put("username", name)
                    .put("email", name + "@acme.test")
                    .put("enabled", true);
        }
        tenant.admin().tryPost("/" + tenant.name() + "/partialImport", body).ok();
    }
}
