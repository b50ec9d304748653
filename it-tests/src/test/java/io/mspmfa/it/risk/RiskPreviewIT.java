// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static io.mspmfa.it.risk.Behind.CAFE;
import static io.mspmfa.it.risk.Behind.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many of the last 30 days' logins a threshold would have asked (X3). */
class RiskPreviewIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.on(Behind::aProxy);

    @Test
    void X3_thePreviewAnswersFromHistory() {
        Behind.letIn(TENANT, Policy.adaptive());
        Regular ada = Regular.in(TENANT);
        ada.loginFrom(HOME).expect(AppPage.ID);
        ada.loginFrom(CAFE).expect(AppPage.ID);

        assertThat(preview(Policy.adaptive().threshold(50))).hasToString("{\"days\":30,\"logins\":3,\"asked\":1}");
        assertThat(preview(Policy.adaptive().threshold(20))).hasToString("{\"days\":30,\"logins\":3,\"asked\":2}");
        assertThat(preview(Policy.adaptive().threshold(80))).hasToString("{\"days\":30,\"logins\":3,\"asked\":0}");
        assertThat(preview(Policy.required()).isNull()).isTrue();

        TENANT.clock().forward(Duration.ofDays(31));
        assertThat(preview(Policy.adaptive())).hasToString("{\"days\":30,\"logins\":0,\"asked\":0}");
    }

    private static JsonNode preview(Policy policy) {
        return TENANT.admin()
                .tryPost("/" + TENANT.name() + "/msp-mfa/policy/preview", policy)
                .ok()
                .json()
                .path("adaptive");
    }
}
