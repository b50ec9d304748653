// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.Servers;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs attacks in both places: on stock Keycloak, and in managed realms with warm and with cold caches, because they
 * determine what is visible of a change within its transaction (P33). The servers are shared. The realms exist for a
 * single row, or for a class of rows that don't change them.
 */
final class Matrix implements AfterEachCallback, AfterAllCallback {

    private final boolean forRow;
    private @Nullable Scene stock;
    private @Nullable Scene managed;
    private @Nullable Scene cold;

    private Matrix(boolean forRow) {
        this.forRow = forRow;
    }

    /** New realms for each row, for attacks that change them. */
    static Matrix perRow() {
        return new Matrix(true);
    }

    /** The same realms for the whole class, for attacks by people without rights. */
    static Matrix perClass() {
        return new Matrix(false);
    }

    /** The attack starts when MFA is already required. */
    Row row(Attack attack) {
        stock().enforce();
        managed().enforce();
        cold().enforce();
        return rowFromBefore(attack);
    }

    /** The attack starts before MFA is required, and decides when that happens by calling {@link Scene#enforce()}. */
    Row rowFromBefore(Attack attack) {
        return new Row(run(attack, stock()), List.of(run(attack, managed()), run(attack, cold())));
    }

    /** A rule of managed realms that has no counterpart on stock Keycloak: with warm caches, then with cold ones. */
    void inManagedRealms(Consumer<Scene> rule) {
        apply(rule, managed());
        try {
            apply(rule, cold());
        } catch (AssertionError e) {
            throw new AssertionError("With cold caches: " + e.getMessage(), e);
        }
    }

    Scene stock() {
        Scene scene = stock;
        if (scene == null) {
            scene = new Scene(Tenant.on(Servers::stock), false);
            stock = scene;
        }
        return scene;
    }

    Scene managed() {
        Scene scene = managed;
        if (scene == null) {
            scene = new Scene(Tenant.unmanaged(), true);
            managed = scene;
        }
        return scene;
    }

    /** The managed realm as it is after a restart, or after someone has cleared the caches. */
    Scene cold() {
        Scene scene = cold;
        if (scene == null) {
            scene = new Scene(Tenant.unmanaged(), true, true);
            cold = scene;
        }
        return scene;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        resetClock(stock);
        resetClock(managed);
        resetClock(cold);
        if (forRow) {
            end();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end();
    }

    private void end() {
        delete(stock);
        delete(managed);
        delete(cold);
        stock = null;
        managed = null;
        cold = null;
    }

    private static void apply(Consumer<Scene> rule, Scene scene) {
        scene.tenant().clock().apply();
        scene.underItsCaches(() -> {
            rule.accept(scene);
            return scene;
        });
    }

    private static Row.Outcome run(Attack attack, Scene scene) {
        // the realms with warm and with cold caches are on the same server, which has a single clock
        scene.tenant().clock().apply();
        JsonNode before = actions(scene);
        Loot loot = scene.underItsCaches(() -> attack.in(scene));
        return new Row.Outcome(loot, scene.refusals(), before, actions(scene));
    }

    private static JsonNode actions(Scene scene) {
        return scene.tenant().admin().get("/" + scene.tenant().name() + "/authentication/required-actions");
    }

    private static void resetClock(@Nullable Scene scene) {
        if (scene != null) {
            scene.tenant().clock().reset();
        }
    }

    private static void delete(@Nullable Scene scene) {
        if (scene != null) {
            scene.tenant().admin().delete("/" + scene.tenant().name());
        }
    }
}
