// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The tenant's administrator removes the code from the flows (R31, V8). Flows belong to the tenant, so nothing is
 * refused; but nothing is gained either.
 */
class FlowRowsIT {

    private static final String WEAK = "password-only";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void R31_V8_reboundBrowserFlow() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin().makePasswordOnlyFlow(WEAK);
                    scene.admin()
                            .changeRealm(realm -> realm.put("browserFlow", WEAK))
                            .ok();
                    return scene.passwordLogin(victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void R31_V8_clientFlowOverride() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    Administrator admin = scene.admin();
                    admin.makePasswordOnlyFlow(WEAK);
                    String flow = admin.idOfFlow(WEAK);
                    admin.change(
                                    "/clients/" + admin.idOfClient(TestApp.CLIENT),
                                    client -> client.putObject("authenticationFlowBindingOverrides")
                                            .put("browser", flow))
                            .ok();
                    return scene.passwordLogin(victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void R31_V8_clientPolicyThatSelectsAFlow() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin().makePasswordOnlyFlow(WEAK);
                    selectFlowByClientPolicy(scene.admin());
                    return scene.passwordLogin(victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void R31_V8_deletedExecutions() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    Administrator admin = scene.admin();
                    admin.copyFlow("browser", "copy");
                    admin.executions("copy").stream()
                            .filter(step -> step.path("displayName").asText().contains("Conditional 2FA"))
                            .forEach(step -> admin.delete("/authentication/executions/"
                                            + step.path("id").asText())
                                    .ok());
                    admin.changeRealm(realm -> realm.put("browserFlow", "copy")).ok();
                    return scene.passwordLogin(victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    @Test
    void R31_V8_disabledExecutions() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin().disableStep("browser", "Browser - Conditional 2FA");
                    return scene.passwordLogin(victim);
                })
                .worksOnStock()
                .endsAt(ChallengePage.ID);
    }

    private static void selectFlowByClientPolicy(Administrator admin) {
        ObjectNode profiles = Administrator.JSON.createObjectNode();
        ObjectNode profile = profiles.putArray("profiles").addObject().put("name", "weak");
        ObjectNode executor = profile.putArray("executors").addObject().put("executor", "auth-flow-enforcer");
        executor.putObject("configuration").put("auth-flow-alias", WEAK).put("auth-flow-loa", 1);
        admin.put("/client-policies/profiles", profiles).ok();

        ObjectNode policies = Administrator.JSON.createObjectNode();
        ObjectNode policy = policies.putArray("policies").addObject().put("name", "weak");
        policy.put("enabled", true).putArray("profiles").add("weak");
        policy.putArray("conditions").addObject().put("condition", "any-client").putObject("configuration");
        admin.put("/client-policies/policies", policies).ok();
    }
}
