// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.Look;
import io.mspmfa.it.pages.console.ConsolePage;
import io.mspmfa.it.pages.console.Dialog;
import io.mspmfa.it.pages.console.UsersTab;
import io.mspmfa.it.realm.Crowd;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that goes away in the middle of a run over many users (L22). */
class ConsoleRestartIT {
    private static final KeycloakServer SERVER = Servers.withDatabase();

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    private static final int USERS = 40;
    private static final int DONE_BEFORE = 8;

    private static final Pattern RESULT = Pattern.compile("(\\d+) done, (\\d+) failed");

    @RegisterExtension
    final Devices devices = new Devices(TENANT).expecting(trouble -> trouble.startsWith("status 50"));

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void L22_whatARestartHasPreventedIsSaidForEachUserAndTriedAgain() {
        TENANT.setPolicy(Policy.optional());
        Crowd.into(TENANT, USERS);
        Device laptop = devices.open(Look.DESKTOP);
        ConsolePage.signIn(laptop, console(), new User("", KeycloakServer.ADMIN, "", KeycloakServer.ADMIN));
        UsersTab users = laptop.open(console().resolve("#/tenants/" + TENANT.name() + "/users"))
                .on(UsersTab::new)
                .chooseAll();
        CompletableFuture<Void> restart = restartAfterSomeCalls(laptop);

        Dialog run = users.forChosen("Require a second factor").press("Require a second factor");
        run.awaitEnd(" failed").awaitText("can't be reached");
        restart.join();

        Matcher result = RESULT.matcher(run.text());
        assertThat(result.find()).isTrue();
        int done = Integer.parseInt(result.group(1));
        int failed = Integer.parseInt(result.group(2));
        assertThat(done + failed).isEqualTo(USERS);
        assertThat(failed).isPositive();
        assertThat(required()).as("of which the answer may have been lost").isBetween(done, done + 4);

        laptop.page().unrouteAll();
        run.press("Try " + failed + " again").awaitEnd(USERS + " done, 0 failed");
        assertThat(required()).isEqualTo(USERS);
    }

    private static CompletableFuture<Void> restartAfterSomeCalls(Device laptop) {
        CompletableFuture<Void> restarted = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        laptop.page().route("**/required", route -> {
            if (calls.incrementAndGet() == DONE_BEFORE) {
                restarted.completeAsync(ConsoleRestartIT::restart);
                untilNobodyListens();
            }
            route.resume();
        });
        return restarted;
    }

    private static @Nullable Void restart() {
        SERVER.restart();
        return null;
    }

    private static void untilNobodyListens() {
        boolean listens = true;
        while (listens) {
            try (Socket socket =
                    new Socket(SERVER.base().getHost(), SERVER.base().getPort())) {
                listens = socket.isConnected();
            } catch (IOException e) {
                listens = false;
            }
        }
    }

    private static int required() {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/summary")
                .path("required")
                .asInt();
    }

    private static URI console() {
        return ConsoleLogin.inMaster(TENANT).page();
    }
}
