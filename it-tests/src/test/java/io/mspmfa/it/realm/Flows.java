// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A realm's authentication flows, as created by its administrator. */
public final class Flows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tenant tenant;

    public Flows(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Creates a flow whose steps are all required, and binds it; {@code binding} as in the realm's JSON. */
    public void bindNew(String binding, String alias, String... providers) {
        ObjectNode flow = JSON.createObjectNode().put("alias", alias).put("providerId", "basic-flow");
        tenant.admin().post(path(""), flow.put("topLevel", true).put("builtIn", false));
        for (String provider : providers) {
            ObjectNode step = JSON.createObjectNode().put("provider", provider);
            tenant.admin().post(path("/" + alias + "/executions/execution"), step);
            require(alias, provider, "REQUIRED");
        }
        bind(binding, alias);
    }

    public void bind(String binding, String alias) {
        tenant.change(realm -> realm.put(binding, alias));
    }

    /** Copies a flow with its subflows, whose names then begin with the new name. */
    public void copy(String alias, String to) {
        tenant.admin().post(path("/" + alias + "/copy"), JSON.createObjectNode().put("newName", to));
    }

    /** Adds a step at the end of a flow. */
    public void add(String alias, String provider) {
        String flow = alias.replace(" ", "%20");
        tenant.admin()
                .post(
                        path("/" + flow + "/executions/execution"),
                        JSON.createObjectNode().put("provider", provider));
    }

    /** Sets the requirement of the steps of a provider, including those in subflows. */
    public void require(String alias, String provider, String requirement) {
        for (JsonNode step : steps(alias)) {
            if (provider.equals(step.path("providerId").asText())) {
                tenant.admin()
                        .put(
                                path("/" + alias + "/executions"),
                                ((ObjectNode) step.deepCopy()).put("requirement", requirement));
            }
        }
    }

    /** Configures the step of a provider. */
    public void configure(String alias, String provider, Map<String, String> settings) {
        for (JsonNode step : steps(alias)) {
            if (provider.equals(step.path("providerId").asText())) {
                ObjectNode config = JSON.createObjectNode().put("alias", alias + "-" + provider);
                settings.forEach(config.putObject("config")::put);
                tenant.admin()
                        .post(
                                "/" + tenant.name() + "/authentication/executions/"
                                        + step.path("id").asText() + "/config",
                                config);
            }
        }
    }

    private JsonNode steps(String alias) {
        return tenant.admin().get(path("/" + alias + "/executions"));
    }

    private String path(String path) {
        return "/" + tenant.name() + "/authentication/flows" + path;
    }
}
