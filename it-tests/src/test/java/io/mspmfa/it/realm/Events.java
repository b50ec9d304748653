// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The events recorded in the realm, newest first. */
public final class Events {

    private final AdminApi admin;
    private final String realm;

    Events(AdminApi admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** The user's events of one type. */
    public List<JsonNode> of(User user, String type) {
        return list("/" + realm + "/events?max=500&user=" + user.id() + "&type=" + type);
    }

    /** All of the user's events. */
    public List<JsonNode> of(User user) {
        return list("/" + realm + "/events?max=500&user=" + user.id());
    }

    public List<JsonNode> all() {
        return list("/" + realm + "/events?max=1000");
    }

    public List<JsonNode> admin() {
        return list("/" + realm + "/admin-events?max=1000");
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(admin.get(path).spliterator(), false).toList();
    }
}
