// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The cost limit: one statement to read, one to write, and neither for more than what stock Keycloak or mode
 * {@code required} needs. The lowest of several counts, because Keycloak writes sessions in the background.
 */
class RiskCostIT {
    private static final int RUNS = 6;

    @RegisterExtension
    static final Tenant REQUIRED = Tenant.managed(Policy.required()).withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant OPTIONAL = Tenant.managed(Policy.optional()).withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant ADAPTIVE = Tenant.managed(Policy.adaptive()).withKeycloaksOwnDefaults();

    @Test
    void A22_aLoginCostsAtMostTwoStatementsMore() throws Exception {
        long unasked = unasked(OPTIONAL, false);
        long required = challenged(REQUIRED);
        long adaptiveUnasked = unasked(ADAPTIVE, true);
        long adaptiveChallenged = challenged(ADAPTIVE);

        Files.writeString(
                Path.of("target", "risk-statements.txt"),
                "nobody asked " + unasked + ", adaptive and not asked " + adaptiveUnasked + ", asked " + required
                        + ", adaptive and asked " + adaptiveChallenged + System.lineSeparator());
        assertThat(adaptiveUnasked).isBetween(unasked + 1, unasked + 2);
        assertThat(adaptiveChallenged).isBetween(required + 1, required + 2);
    }

    /** An hour apart, so that there is something to write. */
    private static long unasked(Tenant tenant, boolean isKnown) {
        tenant.clock().apply();
        User user = tenant.user();
        RawBrowser browser = new RawBrowser(tenant);
        if (isKnown) {
            Story.enrol(tenant, user, browser);
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            tenant.clock().forward(Duration.ofHours(1));
            browser.keepOnly(Regular.COOKIE);
            least = Math.min(
                    least,
                    tenant.probe()
                            .statementsDuring(() ->
                                    assertThat(browser.login(user).signedIn()).isTrue()));
        }
        return least;
    }

    private static long challenged(Tenant tenant) {
        tenant.clock().apply();
        User user = tenant.user();
        Phone phone = Story.enrol(tenant, user).phone();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            RawBrowser browser = new RawBrowser(tenant);
            least = Math.min(least, tenant.probe().statementsDuring(() -> {
                RawPage page = browser.login(user).expect(ChallengePage.ID);
                assertThat(browser.post(page, "code", phone.freshCode()).signedIn())
                        .isTrue();
            }));
        }
        return least;
    }
}
