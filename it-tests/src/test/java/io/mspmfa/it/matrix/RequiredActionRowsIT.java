// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.realm.User;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The tenant's administrator tampers with the required action on which enforcement depends (V8, V15, A13). On stock
 * Keycloak, this is CONFIGURE_TOTP as a default action, which every new user has to complete first.
 */
class RequiredActionRowsIT {

    private static final String PASSWORD = "UPDATE_PASSWORD";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void V8_disabled() {
        tampering((admin, floor) -> admin.changeAction(floor, action -> action.put("enabled", false)))
                .worksOnStock()
                .isRefused()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_deleted() {
        tampering(Administrator::deleteAction).worksOnStock().isRefused().endsAt(TotpPage.ID);
    }

    @Test
    void V8_renamed() {
        tampering((admin, floor) -> admin.changeAction(floor, action -> action.put("alias", "gone")))
                .worksOnStock()
                .isRefused()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_anotherActionTakesTheNameOfTheOneRenamedAway() {
        tampering((admin, floor) -> {
                    admin.changeAction(floor, action -> action.put("alias", "gone"));
                    admin.changeAction("UPDATE_PROFILE", action -> action.put("alias", floor));
                })
                .leadsOnStockTo("login-login-update-profile")
                .isRefused()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_hijackedByASecondActionOfTheSameName() {
        tampering((admin, floor) -> admin.changeAction(PASSWORD, action -> action.put("alias", floor)))
                .failsOnStockToo()
                .isRefused()
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_pushedBackByItsPriority() {
        reordering((admin, floor) -> admin.changeAction(floor, action -> action.put("priority", 9999)));
    }

    @Test
    void V8_overtakenByPriority() {
        reordering((admin, floor) -> admin.changeAction(PASSWORD, action -> action.put("priority", -9999)));
    }

    @Test
    void V8_overtakenStepByStep() {
        overtaking((admin, floor) -> {
            while (admin.actions().indexOf(PASSWORD) > admin.actions().indexOf(floor)
                    && admin.raise(PASSWORD).status() == 204) {
                // one more place up
            }
        });
    }

    @Test
    void V8_loweredStepByStep() {
        reordering((admin, floor) -> {
            while (admin.actions().indexOf(PASSWORD) > admin.actions().indexOf(floor)
                    && admin.lower(floor).status() == 204) {
                // one more place down
            }
        });
    }

    /** Keycloak orders actions of equal priority by name. */
    @Test
    void V8_equalPriorityAndANameThatComesFirst() {
        reordering((admin, floor) -> {
            int level = admin.action(floor).path("priority").asInt();
            admin.changeAction(PASSWORD, action -> action.put("priority", level).put("name", " first"));
        });
    }

    @Test
    void V8_putOnEveryNewUser() {
        tampering((admin, floor) -> admin.changeAction(floor, action -> action.put("defaultAction", true)))
                .failsOnStockToo()
                .isRefused()
                .endsAt(TotpPage.ID);
    }

    /** Before there is a floor, all of this is allowed. There is no lower priority than this. */
    @Test
    void V8_preparedBeforeTheFloorByAnExtremePriority() {
        matrix.rowFromBefore(scene -> {
                    scene.admin()
                            .changeAction(PASSWORD, action -> action.put("priority", Integer.MIN_VALUE))
                            .ok();
                    scene.enforce();
                    User newcomer = scene.tenant().user();
                    pend(scene, newcomer);
                    return scene.passwordLogin(newcomer);
                })
                .leadsOnStockTo(UpdatePasswordPage.ID)
                .endsAt(TotpPage.ID);
    }

    @Test
    void V8_preparedBeforeTheFloorByTakingItsName() {
        matrix.rowFromBefore(scene -> {
                    if (scene.isManaged()) {
                        prepareNames(scene.admin(), scene.floorAction());
                    } else {
                        scene.admin()
                                .changeAction(scene.floorAction(), action -> action.put("alias", "gone"))
                                .ok();
                    }
                    if (scene.isManaged()) {
                        scene.enforce();
                    }
                    return scene.passwordLogin(scene.tenant().user());
                })
                .worksOnStock()
                .endsAt(TotpPage.ID);
    }

    /** The login check is registered and renamed, and its name is given to something harmless. */
    private static void prepareNames(Administrator admin, String floor) {
        ObjectNode unregistered =
                Administrator.JSON.createObjectNode().put("providerId", floor).put("name", "x");
        admin.post("/authentication/register-required-action", unregistered).ok();
        admin.changeAction(floor, action -> action.put("alias", "gone").put("enabled", false))
                .ok();
        admin.changeAction("UPDATE_PROFILE", action -> action.put("alias", floor))
                .ok();
    }

    private static void pend(Scene scene, User user) {
        scene.tenant()
                .changeUser(user, json -> json.withArray("requiredActions").add(PASSWORD));
    }

    /** A new user signs in after the administrator's changes. */
    private Row tampering(BiConsumer<Administrator, String> change) {
        return matrix.row(scene -> {
            User newcomer = scene.newcomer();
            change.accept(scene.admin(), scene.floorAction());
            return scene.passwordLogin(newcomer);
        });
    }

    /** A password thief must not reach the page for changing the password before the second factor. */
    private void reordering(BiConsumer<Administrator, String> change) {
        overtaking(change).isRefused();
    }

    private Row overtaking(BiConsumer<Administrator, String> change) {
        return matrix.row(scene -> {
                    User newcomer = scene.newcomer();
                    scene.tenant()
                            .changeUser(
                                    newcomer,
                                    user -> user.withArray("requiredActions").add(PASSWORD));
                    change.accept(scene.admin(), scene.floorAction());
                    return scene.passwordLogin(newcomer);
                })
                .leadsOnStockTo(UpdatePasswordPage.ID)
                .isRefusedInTheEnd()
                .endsAt(TotpPage.ID);
    }
}
