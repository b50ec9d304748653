// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.server.Servers;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * In a realm without a policy, the JAR has no effect: the same scenarios give the same transcript on a server without
 * it.
 */
class StockComparisonIT {

    @RegisterExtension
    static final Tenant WITH_JAR = Tenant.unmanaged().withKeycloaksOwnDefaults();

    @RegisterExtension
    static final Tenant WITHOUT_JAR = Tenant.on(Servers::stock).withKeycloaksOwnDefaults();

    @Test
    void passwordLogin() {
        compare(StockStory::passwordLogin, "login-login");
    }

    @Test
    void otpSetUpAndLogin() {
        compare(StockStory::otp, "login-login-config-totp", "login-login-otp", "password grant 200");
    }

    @Test
    void recoveryCodes() {
        compare(StockStory::recoveryCodes, "recovery-authn-codes");
    }

    @Test
    void flowsRequiredActionsAndDiscovery() {
        compare(StockStory::realm, "CONFIGURE_TOTP");
    }

    /**
     * @param signs what must occur in the transcript, so that two identical failures are not mistaken for success
     */
    private static void compare(Function<StockStory, List<String>> story, String... signs) {
        List<String> stock = lines(story.apply(new StockStory(WITHOUT_JAR)));
        List<String> ours = lines(story.apply(new StockStory(WITH_JAR)));

        for (int i = 0; i < Math.min(ours.size(), stock.size()); i++) {
            assertThat(ours.get(i))
                    .as("line %d, after %s", i, stock.subList(Math.max(0, i - 5), i))
                    .isEqualTo(stock.get(i));
        }
        assertThat(ours).hasSameSizeAs(stock);
        assertThat(String.join("\n", stock)).contains(signs);
    }

    private static List<String> lines(List<String> transcript) {
        return String.join("\n", transcript).lines().toList();
    }
}
