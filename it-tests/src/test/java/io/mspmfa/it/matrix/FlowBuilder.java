// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import java.util.Map;

/** An authentication flow that the tenant's administrator builds. */
final class FlowBuilder {

    private static final String FLOWS = "/authentication/flows";

    private final Administrator admin;
    private final String topLevel;
    private final String alias;
    private final String id;

    private FlowBuilder(Administrator admin, String topLevel, String alias, String id) {
        this.admin = admin;
        this.topLevel = topLevel;
        this.alias = alias;
        this.id = id;
    }

    static FlowBuilder topLevel(Administrator admin, String alias) {
        ObjectNode flow = Administrator.JSON.createObjectNode();
        flow.put("alias", alias).put("providerId", "basic-flow");
        flow.put("topLevel", true).put("builtIn", false);
        return new FlowBuilder(admin, alias, alias, created(admin.post(FLOWS, flow)));
    }

    /** A browser flow that asks for the password and nothing else, not even for the SSO cookie. */
    static String passwordOnly(Administrator admin, String alias) {
        return topLevel(admin, alias)
                .add("auth-username-password-form", "REQUIRED")
                .id();
    }

    FlowBuilder add(String provider, String requirement) {
        addExecution(provider, requirement);
        return this;
    }

    FlowBuilder add(String provider, String requirement, Map<String, String> settings) {
        String execution = addExecution(provider, requirement);
        ObjectNode config = Administrator.JSON.createObjectNode().put("alias", alias + "-" + provider);
        settings.forEach(config.putObject("config")::put);
        admin.post("/authentication/executions/" + execution + "/config", config)
                .ok();
        return this;
    }

    /** A flow inside this one; what is added to it goes there. */
    FlowBuilder inside(String subflow, String requirement) {
        ObjectNode flow = Administrator.JSON.createObjectNode().put("alias", subflow);
        flow.put("type", "basic-flow").put("provider", "registration-page-form");
        String added = created(admin.post(FLOWS + "/" + alias + "/executions/flow", flow));
        require("flowId", added, requirement);
        return new FlowBuilder(admin, topLevel, subflow, added);
    }

    String id() {
        return id;
    }

    private String addExecution(String provider, String requirement) {
        ObjectNode execution = Administrator.JSON.createObjectNode().put("provider", provider);
        String added = created(admin.post(FLOWS + "/" + alias + "/executions/execution", execution));
        require("id", added, requirement);
        return added;
    }

    private void require(String field, String added, String requirement) {
        for (JsonNode execution : admin.executions(topLevel)) {
            if (execution.path(field).asText().equals(added)) {
                ObjectNode changed = execution.deepCopy();
                admin.put(FLOWS + "/" + topLevel + "/executions", changed.put("requirement", requirement))
                        .ok();
            }
        }
    }

    private static String created(Answer answer) {
        String location = answer.ok().headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
