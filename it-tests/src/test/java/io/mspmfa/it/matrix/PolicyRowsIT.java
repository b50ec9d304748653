// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant's administrator writes policies that require less than the reseller does (V15, V3, R38). */
class PolicyRowsIT {

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    /**
     * On stock Keycloak, the administrator withdraws the requirement; in a managed realm, the realm's policy is
     * replaced with a weaker one.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"off\"}",
                "{\"mode\":\"optional\"}",
                "{\"mode\":\"required\",\"graceDays\":30}",
                "{\"mode\":\"required\",\"exemptRoles\":[\"default-roles-REALM\"],\"allowExemptions\":true}",
                "{\"mode\":\"required\",\"exemptRoles\":[\"offline_access\"],\"allowExemptions\":true}",
                "{\"mode\":\"required\",\"requiredRoles\":[\"realm-management.realm-admin\"]}",
                "{\"mode\":\"required\",\"requiredRoles\":[\"nobody\"]}",
                "{\"mode\":17, nonsense"
            })
    void V15_ownPolicyThatRequiresLess(String own) {
        matrix.row(scene -> {
                    if (scene.isManaged()) {
                        String json = own.replace("REALM", scene.tenant().name());
                        scene.admin()
                                .changeRealm(realm ->
                                        realm.withObjectProperty("attributes").put(Tenant.POLICY, json));
                    } else {
                        takeBack(scene);
                    }
                    return passwordAndLater(scene, scene.tenant().user());
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
        matrix.inManagedRealms(PolicyRowsIT::assertAsked);
    }

    @Test
    void V15_ownPolicyRemoved() {
        matrix.inManagedRealms(scene -> scene.tenant().setPolicy(Policy.required()));
        matrix.row(scene -> {
                    if (scene.isManaged()) {
                        scene.admin().changeRealm(realm -> realm.putObject("attributes"));
                    } else {
                        takeBack(scene);
                    }
                    return passwordAndLater(scene, scene.tenant().user());
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V3_V15_theFloorItselfIsOutOfTheTenantsReach() {
        matrix.row(scene -> {
                    if (scene.isManaged()) {
                        assertForbidden(scene.admin().put("/msp-mfa/floor", Policy.off()));
                        assertForbidden(scene.admin().delete("/msp-mfa/floor"));
                        scene.admin()
                                .changeRealm(realm -> realm.withObjectProperty("attributes")
                                        .put("msp.mfa.floor", "{\"mode\":\"off\"}"));
                    } else {
                        takeBack(scene);
                    }
                    return passwordAndLater(scene, scene.tenant().user());
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    /** Keycloak renames the client in master that contains the floor. */
    @Test
    void V3_aFloorSurvivesWhenTheTenantRenamesTheRealm() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            String next = scene.tenant().name() + "-renamed";

            Answer answer = scene.admin().changeRealm(realm -> realm.put("realm", next));

            if (answer.status() == 204) {
                scene.tenant().isNowNamed(next);
            }
            assertThat(answer.status()).as(answer.body()).isIn(204, 403);
            assertLedToTheSetUp(scene);
            assertThat(policy(scene).at("/floor/mode").asText()).isEqualTo("required");
        });
    }

    @Test
    void V3_aFloorSurvivesWhenTheResellerRenamesTheRealm() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            String next = scene.tenant().name() + "-renamed";

            scene.tenant().change(realm -> realm.put("realm", next));
            scene.tenant().isNowNamed(next);

            assertLedToTheSetUp(scene);
            assertThat(policy(scene).at("/floor/mode").asText()).isEqualTo("required");
        });
    }

    /** The realm's own policy is part of its export; the floor belongs to the reseller, and is not. */
    @Test
    void V3_theOwnPolicySurvivesExportAndImport() {
        matrix.inManagedRealms(scene -> {
            Tenant tenant = scene.tenant();
            tenant.setPolicy(Policy.required());
            scene.enforce();
            Answer exported = tenant.admin()
                    .tryPost("/" + tenant.name() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", "{}")
                    .ok();

            tenant.admin().delete("/" + tenant.name());
            tenant.admin().post("", withoutIds((ObjectNode) exported.json()));

            assertLedToTheSetUp(scene);
            assertThat(policy(scene).at("/own/mode").asText()).isEqualTo("required");
            assertThat(policy(scene).path("floor").isNull()).isTrue();
            assertThat(exported.body()).doesNotContain("msp.mfa.floor");
        });
    }

    /** Withdraws the requirement for new users on stock Keycloak. */
    private static void takeBack(Scene scene) {
        scene.admin()
                .changeAction(scene.floorAction(), action -> action.put("defaultAction", false))
                .ok();
    }

    /** Enters the password and, if a page offers it, postpones. */
    private static Loot passwordAndLater(Scene scene, User user) {
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage page = browser.login(user);
        if (page.answer().body().contains("name=\"later\"")) {
            page = browser.post(page, "later", "true");
        }
        return Loot.of(scene, user, page);
    }

    /** A user with an app signs in after what the administrator did. */
    private static void assertAsked(Scene scene) {
        Loot loot = scene.passwordLogin(scene.victim());
        assertThat(loot.where()).as(loot.toString()).isEqualTo(ChallengePage.ID);
        assertThat(loot.sessions()).as(loot.toString()).isZero();
    }

    /** A user without an app does the same. */
    private static void assertLedToTheSetUp(Scene scene) {
        Loot loot = scene.passwordLogin(scene.newcomer());
        assertThat(loot.where()).as(loot.toString()).isEqualTo(TotpPage.ID);
        assertThat(loot.sessions()).as(loot.toString()).isZero();
    }

    private static JsonNode policy(Scene scene) {
        return scene.tenant().admin().get("/" + scene.tenant().name() + "/msp-mfa/policy");
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }

    /**
     * The flows in an export refer to each other by name, so their ids are only useful to the realm itself; private
     * keys are masked, so the realm must get new ones.
     */
    private static ObjectNode withoutIds(ObjectNode realm) {
        realm.remove("id");
        realm.withObjectProperty("components").remove("org.keycloak.keys.KeyProvider");
        return realm;
    }
}
