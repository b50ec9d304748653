// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The record of what was done in a realm, as a caller sees it. */
public record ActivityRecord(AdminApi caller, Tenant tenant) {

    /** As the server's own administrator sees it. */
    public static ActivityRecord of(Tenant tenant) {
        return new ActivityRecord(tenant.admin(), tenant);
    }

    /** The newest about a user. */
    public JsonNode lastOf(User user) {
        return of(user).get(0);
    }

    /** Everything, newest first. */
    public List<JsonNode> all() {
        return Json.list(page("max=500").path("items"));
    }

    /** Everything about a user, newest first. */
    public List<JsonNode> of(User user) {
        return Json.list(page("max=500&user=" + user.id()).path("items"));
    }

    /** What was done to a user or by one, in this order. */
    public List<String> story(User user) {
        List<String> codes = new ArrayList<>(
                of(user).stream().map(item -> item.path("what").asText()).toList());
        Collections.reverse(codes);
        return codes;
    }

    /** The newest. */
    public JsonNode last() {
        return all().get(0);
    }

    public JsonNode page(String query) {
        return caller.get("/" + tenant.name() + "/msp-mfa/activity?" + query);
    }

    public JsonNode check() {
        return caller.get("/" + tenant.name() + "/msp-mfa/activity/check");
    }
}
