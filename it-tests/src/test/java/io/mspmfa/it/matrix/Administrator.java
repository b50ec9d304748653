// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The tenant's own administrator, who has all rights over the realm and wants to get rid of MFA. Remembers each
 * refusal.
 */
final class Administrator {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTIONS = "/authentication/required-actions";
    private static final String FLOWS = "/authentication/flows";

    private final Tenant tenant;
    private final User self;
    private final AdminApi api;
    private final List<Answer> refusals = new ArrayList<>();

    Administrator(Tenant tenant, User self, String token) {
        this.tenant = tenant;
        this.self = self;
        this.api = new AdminApi(tenant.server(), () -> token);
    }

    User self() {
        return self;
    }

    /** What the server refused, in order. */
    List<Answer> refusals() {
        return refusals;
    }

    JsonNode get(String path) {
        return api.get(inRealm(path));
    }

    Answer put(String path, Object json) {
        return note(api.tryPut(inRealm(path), json));
    }

    Answer post(String path, Object json) {
        return note(api.tryPost(inRealm(path), json));
    }

    Answer delete(String path) {
        return note(api.tryDelete(inRealm(path)));
    }

    /** Reads the realm, edits it and writes it back as a whole, as the admin console does. */
    Answer changeRealm(Consumer<ObjectNode> edit) {
        return change("", edit);
    }

    Answer change(String path, Consumer<ObjectNode> edit) {
        ObjectNode json = (ObjectNode) get(path);
        edit.accept(json);
        return put(path, json);
    }

    JsonNode action(String alias) {
        return get(ACTIONS + "/" + alias);
    }

    Answer changeAction(String alias, Consumer<ObjectNode> edit) {
        return change(ACTIONS + "/" + alias, edit);
    }

    Answer deleteAction(String alias) {
        return delete(ACTIONS + "/" + alias);
    }

    List<String> actions() {
        return get(ACTIONS).findValuesAsText("alias");
    }

    /** Raises an action by one place in the realm's order. */
    Answer raise(String alias) {
        return post(ACTIONS + "/" + alias + "/raise-priority", "{}");
    }

    Answer lower(String alias) {
        return post(ACTIONS + "/" + alias + "/lower-priority", "{}");
    }

    /** A flow that asks for a password and nothing else. */
    void makePasswordOnlyFlow(String alias) {
        ObjectNode flow = JSON.createObjectNode().put("alias", alias).put("providerId", "basic-flow");
        post(FLOWS, flow.put("topLevel", true).put("builtIn", false)).ok();
        post(FLOWS + "/" + alias + "/executions/execution", "{\"provider\":\"auth-username-password-form\"}")
                .ok();
        for (JsonNode step : executions(alias)) {
            setRequirement(alias, step, "REQUIRED");
        }
    }

    String idOfFlow(String alias) {
        return idWhere(get(FLOWS), "alias", alias);
    }

    /** Disables a step of a flow, by its name in the admin console. */
    void disableStep(String flow, String name) {
        for (JsonNode step : executions(flow)) {
            if (name.equals(step.path("displayName").asText())) {
                setRequirement(flow, step, "DISABLED");
            }
        }
    }

    private void setRequirement(String flow, JsonNode step, String requirement) {
        ObjectNode changed = step.<ObjectNode>deepCopy().put("requirement", requirement);
        put(FLOWS + "/" + flow + "/executions", changed).ok();
    }

    List<JsonNode> executions(String flow) {
        return StreamSupport.stream(get(FLOWS + "/" + flow + "/executions").spliterator(), false)
                .toList();
    }

    void copyFlow(String flow, String copy) {
        post(FLOWS + "/" + flow + "/copy", JSON.createObjectNode().put("newName", copy))
                .ok();
    }

    String idOfClient(String clientId) {
        return idWhere(get("/clients"), "clientId", clientId);
    }

    /** The user's credential of a type. */
    String idOfCredential(User user, String type) {
        return idWhere(get("/users/" + user.id() + "/credentials"), "type", type);
    }

    static ArrayNode list(JsonNode... items) {
        return JSON.createArrayNode().addAll(List.of(items));
    }

    private static String idWhere(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> value.equals(item.path(field).asText()))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + field + " " + value + " in " + list));
    }

    private String inRealm(String path) {
        return "/" + tenant.name() + path;
    }

    private Answer note(Answer answer) {
        if (answer.status() == 403) {
            refusals.add(answer);
        }
        return answer;
    }
}
