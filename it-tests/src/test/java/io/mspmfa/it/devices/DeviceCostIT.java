// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SQL statements of logins on trusted devices, counted as {@code SqlBudgetIT} does. Its counts are written to
 * {@code target/sql-statements-devices.txt}.
 */
class DeviceCostIT {
    private static final int WARM_UP = 2;
    private static final int RUNS = 6;
    private static final String[] NOTHING = {};
    private static final String[] BOX = {"rememberDevice", "true"};

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged().withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(
                    Policy.required().notifyByEmail(false).rememberDevice(30))
            .withKeycloaksOwnDefaults();

    @Test
    void A56_aLoginReadsOneRowAndWritesOneAndATokenReadsOne() throws IOException {
        User plain = STOCK.user();
        User ada = TENANT.user();
        Phone phone = Story.enrol(TENANT, ada).phone();
        Trusted bob = Trusted.in(TENANT);

        long stock = least(() -> statements(
                STOCK,
                () -> assertThat(new RawBrowser(STOCK).login(plain).signedIn()).isTrue()));
        long onDevice =
                least(() -> statements(TENANT, () -> assertThat(bob.isTrusted()).isTrue()));
        long byCode = least(() -> codeCost(ada, phone, NOTHING));
        long trusting = least(() -> codeCost(ada, phone, BOX));
        long tokenByCode = least(() -> tokenCost(codeTokens(ada, phone)));
        long tokenOnDevice = least(() -> tokenCost(bob.login().tokens()));
        Files.writeString(
                Path.of("target", "sql-statements-devices.txt"),
                String.join(
                        System.lineSeparator(),
                        "password alone, unmanaged: " + stock,
                        "trusted device: " + onDevice,
                        "code: " + byCode,
                        "code, and the device is trusted: " + trusting,
                        "refreshed token of a session by code: " + tokenByCode,
                        "refreshed token of a session on a trusted device: " + tokenOnDevice));

        assertThat(onDevice)
                .as("login that reads, writes and gets a token, Keycloak's own with a password: %s", stock)
                .isLessThanOrEqualTo(stock + 3);
        assertThat(tokenOnDevice).as("token").isLessThanOrEqualTo(tokenByCode + 1);
        assertThat(trusting).as("trusting and recording it, beside %s", byCode).isLessThanOrEqualTo(byCode + 2 + 4);
    }

    /** Beside those that {@code AdminSqlIT} counts in a realm without trusted devices. */
    @Test
    void A56_devicesCostOneStatementInTheListOfUsersAndOneInTheDetails() {
        Trusted ada = Trusted.in(TENANT);
        Trusted.in(TENANT);
        String users = "/" + TENANT.name() + "/msp-mfa/users";
        long admission = least(() -> callCost("/" + TENANT.name() + "/msp-mfa/policy"));

        long listed = least(() -> callCost(users + "?max=100")) - admission;
        long one = least(() -> callCost(users + "/" + ada.user().id())) - admission;

        assertThat(listed).as("the list").isLessThanOrEqualTo(7);
        assertThat(one).as("the details").isLessThanOrEqualTo(5);
    }

    private static long callCost(String path) {
        return statements(TENANT, () -> TENANT.admin().get(path));
    }

    private static long codeCost(User user, Phone phone, String... more) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = Story.toChallenge(browser, user);
        String code = phone.freshCode();
        String[] fields = new String[more.length + 2];
        fields[0] = "code";
        fields[1] = code;
        System.arraycopy(more, 0, fields, 2, more.length);
        return statements(
                TENANT,
                () -> assertThat(browser.post(challenge, fields).signedIn()).isTrue());
    }

    private static TokenResult codeTokens(User user, Phone phone) {
        RawBrowser browser = new RawBrowser(TENANT);
        return browser.post(Story.toChallenge(browser, user), "code", phone.freshCode())
                .tokens();
    }

    private static long tokenCost(TokenResult tokens) {
        return statements(
                TENANT,
                () -> assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isTrue());
    }

    private static long statements(Tenant tenant, Runnable work) {
        return tenant.probe().statementsDuring(work);
    }

    private static long least(LongSupplier cost) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            long statements = cost.getAsLong();
            least = i < WARM_UP ? least : Math.min(least, statements);
        }
        return least;
    }
}
