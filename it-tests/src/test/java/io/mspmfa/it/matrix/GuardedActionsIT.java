// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guard for required actions, with warm and with cold caches: changes by a tenant's administrator are refused, and
 * changes by the reseller are repaired. A deletion with cold caches once got through, because the guard saw the realm
 * as it had been before (P33).
 */
class GuardedActionsIT {

    private static final String ACTIONS = "/authentication/required-actions";

    @RegisterExtension
    static final Matrix MATRIX = Matrix.perClass();

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa", "msp-mfa-setup", "msp-mfa-manage", "msp-mfa-backup-codes", "msp-mfa-disable"})
    void P33_aTenantCannotDamageRequiredActions(String alias) {
        refused(admin -> admin.deleteAction(alias));
        refused(admin -> admin.changeAction(alias, action -> action.put("enabled", false)));
        refused(admin -> admin.changeAction(alias, action -> action.put("alias", "gone")));
        refused(admin -> admin.changeAction("UPDATE_PASSWORD", action -> action.put("alias", alias)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa", "msp-mfa-setup", "msp-mfa-manage", "msp-mfa-backup-codes", "msp-mfa-disable"})
    void P33_damageByTheResellerIsRepaired(String alias) {
        mended(alias, tenant -> tenant.admin().tryDelete(path(tenant, alias)));
        mended(alias, tenant -> change(tenant, alias, action -> action.put("enabled", false)));
        mended(alias, tenant -> change(tenant, alias, action -> action.put("alias", "gone")));
        mended(alias, tenant -> change(tenant, "UPDATE_PASSWORD", action -> action.put("alias", alias)));
    }

    /**
     * Another action has taken the name of one of ours: afterwards, each must exist once, whatever had been loaded
     * before.
     */
    @Test
    void P33_anotherActionHasTakenTheNameOfTheLoginCheck() {
        Matrix fresh = Matrix.perRow();
        Scene scene = fresh.cold();
        scene.underItsCaches(() -> {
            Administrator admin = scene.admin();
            ObjectNode json = Administrator.JSON.createObjectNode();
            admin.post(
                            "/authentication/register-required-action",
                            json.put("providerId", "msp-mfa").put("name", "x"))
                    .ok();
            admin.changeAction("msp-mfa", action -> action.put("alias", "gone")).ok();
            return admin.changeAction("UPDATE_PROFILE", action -> action.put("alias", "msp-mfa"));
        });
        scene.underItsCaches(() -> {
            scene.enforce();
            return scene.tenant().admin().tryGet(path(scene.tenant(), "msp-mfa"));
        });

        JsonNode first = actions(scene).path(0);
        assertThat(first.path("providerId").asText()).isEqualTo("msp-mfa");
        assertThat(first.path("alias").asText()).isEqualTo("msp-mfa");
        assertThat(first.path("enabled").asBoolean()).isTrue();
        scene.tenant().clock().reset();
        scene.tenant().admin().delete("/" + scene.tenant().name());
    }

    /** The tenant decides in which order the self-service pages are shown. */
    @Test
    void theTenantStillDecidesTheOrderOfTheOtherActions() {
        both(scene -> {
            Answer answer = scene.underItsCaches(() -> scene.admin().raise("msp-mfa-setup"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        });
    }

    private static void refused(Function<Administrator, Answer> change) {
        both(scene -> {
            JsonNode before = actions(scene);
            Administrator admin = scene.admin();

            Answer answer = scene.underItsCaches(() -> change.apply(admin));

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.json().path("errorMessage").asText()).matches("(?s)[A-Z].{20,}msp-mfa.*\\.");
            assertThat(actions(scene)).isEqualTo(before);
        });
    }

    private static void mended(String alias, Function<Tenant, Answer> change) {
        both(scene -> {
            Answer answer = scene.underItsCaches(() -> change.apply(scene.tenant()));

            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            assertThat(actions(scene).findValuesAsText("providerId").stream().filter(alias::equals))
                    .hasSize(1);
            assertThat(actions(scene).findValuesAsText("alias").stream().filter(alias::equals))
                    .hasSize(1);
            JsonNode action = scene.tenant().admin().get(path(scene.tenant(), alias));
            assertThat(action.path("providerId").asText()).isEqualTo(alias);
            assertThat(action.path("enabled").asBoolean()).isTrue();
            assertThat(actions(scene).path(0).path("alias").asText()).isEqualTo("msp-mfa");
        });
    }

    private static void both(Consumer<Scene> check) {
        for (Scene scene : List.of(MATRIX.managed(), MATRIX.cold())) {
            scene.enforce();
            check.accept(scene);
        }
    }

    private static Answer change(Tenant tenant, String alias, Consumer<ObjectNode> edit) {
        ObjectNode json = (ObjectNode) tenant.admin().get(path(tenant, alias));
        edit.accept(json);
        return tenant.admin().tryPut(path(tenant, alias), json);
    }

    private static JsonNode actions(Scene scene) {
        return scene.tenant().admin().get("/" + scene.tenant().name() + ACTIONS);
    }

    private static String path(Tenant tenant, String alias) {
        return "/" + tenant.name() + ACTIONS + "/" + alias;
    }
}
