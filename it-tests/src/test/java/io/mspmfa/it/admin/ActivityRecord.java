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
record ActivityRecord(AdminApi caller, Tenant tenant) {

    /** Everything, newest first. */
    List<JsonNode> all() {
        return Json.list(page("max=500").path("items"));
    }

    /** Everything about a user, newest first. */
    List<JsonNode> of(User user) {
        return Json.list(page("max=500&user=" + user.id()).path("items"));
    }

    /** What was done to a user or by one, in this order. */
    List<String> story(User user) {
        List<String> codes = new ArrayList<>(
                of(user).stream().map(item -> item.path("what").asText()).toList());
        Collections.reverse(codes);
        return codes;
    }

    /** The newest. */
    JsonNode last() {
        return all().get(0);
    }

    JsonNode page(String query) {
        return caller.get("/" + tenant.name() + "/msp-mfa/activity?" + query);
    }

    JsonNode check() {
        return caller.get("/" + tenant.name() + "/msp-mfa/activity/check");
    }
}
