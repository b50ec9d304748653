// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The required action is lost in spite of the guard: through an import, an older version, or the reseller (V8, A13).
 */
class LostFloorRowsIT {

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void V8_lostForABrowserTheGateRefusesAndTheNextVisitShowsTheLoginCheck() {
        matrix.row(scene -> {
                    User newcomer = scene.newcomer();
                    scene.tenant().probe().loseRequiredAction(scene.floorAction());
                    Loot loot = scene.passwordLogin(newcomer);
                    if (scene.isManaged()) {
                        assertRestored(scene, newcomer);
                    }
                    return loot;
                })
                .worksOnStock()
                .endsAt("interaction_required");
    }

    @Test
    void V8_lostForAPasswordGrantTheGateRefusesAndTheNextVisitShowsTheLoginCheck() {
        matrix.row(scene -> {
                    scene.newcomer();
                    scene.tenant().probe().loseRequiredAction(scene.floorAction());
                    User next = scene.tenant().user();
                    Loot loot = Loot.of(scene, next, TestApp.passwordGrant(scene.tenant(), next));
                    if (scene.isManaged()) {
                        assertRestored(scene, next);
                    }
                    return loot;
                })
                .worksOnStock()
                .endsAt("interaction_required");
    }

    @Test
    void V8_lostAndTheFlowDoesNotAskEither() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    scene.admin().disableStep("browser", "Browser - Conditional 2FA");
                    scene.tenant().probe().loseRequiredAction(scene.floorAction());
                    Loot loot = scene.passwordLogin(victim);
                    if (scene.isManaged()) {
                        assertThat(new RawBrowser(scene.tenant()).login(victim).id())
                                .isEqualTo(ChallengePage.ID);
                    }
                    return loot;
                })
                .worksOnStock()
                .endsAt("interaction_required");
    }

    /** A client without a browser gets a message for its developer when the required action is lost. */
    @Test
    void V8_theGatesRefusalIsAnOauthErrorWithAnExplanation() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            User newcomer = scene.newcomer();
            scene.tenant().probe().loseRequiredAction(scene.floorAction());

            var refused = TestApp.passwordGrant(scene.tenant(), newcomer);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.errorDescription()).matches("[A-Z].{15,}");
            assertThat(scene.tenant().events().of(newcomer).toString()).contains("msp_mfa_required");
        });
    }

    @Test
    void V8_partialImportWithRequiredActions() {
        matrix.row(scene -> {
                    User newcomer = scene.newcomer();
                    ObjectNode json = Administrator.JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
                    json.set("requiredActions", disabledActions(scene));
                    scene.admin().post("/partialImport", json);
                    return scene.passwordLogin(newcomer);
                })
                .failsOnStockToo()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_realmUpdateWithRequiredActions() {
        matrix.row(scene -> {
                    User newcomer = scene.newcomer();
                    scene.admin().changeRealm(realm -> realm.set("requiredActions", disabledActions(scene)));
                    return scene.passwordLogin(newcomer);
                })
                .failsOnStockToo()
                .endsAt(TotpPage.ID);
    }

    /** The reseller may do what the tenant may not; enforcement continues all the same. */
    @Test
    void V8_theResellersOwnChangesPassTheGuard() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            Tenant tenant = scene.tenant();
            String actions = "/" + tenant.name() + "/authentication/required-actions/";

            Answer overtaken = change(tenant, actions + "UPDATE_PASSWORD", action -> action.put("priority", -5000));
            Answer disabled = change(tenant, actions + "msp-mfa", action -> action.put("enabled", false));
            Answer deleted = tenant.admin().tryDelete(actions + "UPDATE_PROFILE");

            assertThat(overtaken.status()).as(overtaken.body()).isEqualTo(204);
            assertThat(disabled.status()).as(disabled.body()).isEqualTo(204);
            assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
            User user = tenant.user();
            assertThat(scene.passwordLogin(user).tokens()).isFalse();
            assertRestored(scene, user);
        });
    }

    private static Answer change(Tenant tenant, String path, Consumer<ObjectNode> edit) {
        ObjectNode json = (ObjectNode) tenant.admin().get(path);
        edit.accept(json);
        return tenant.admin().tryPut(path, json);
    }

    private static void assertRestored(Scene scene, User user) {
        assertThat(new RawBrowser(scene.tenant()).login(user).id())
                .as("the next visit")
                .isEqualTo(TotpPage.ID);
    }

    private static ArrayNode disabledActions(Scene scene) {
        ArrayNode actions =
                scene.admin().get("/authentication/required-actions").deepCopy();
        for (JsonNode action : actions) {
            ((ObjectNode) action).put("enabled", false);
        }
        return actions;
    }
}
