// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four modes, set by the realm itself or by the reseller (A8, A14, A19 to A21). */
class ModesIT {
    private static final String SECRET = "oldsecretoldsecretol";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.off());

    @AfterEach
    void noFloor() {
        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
    }

    @ParameterizedTest(name = "own {0}, floor {1}")
    @CsvSource({
        "off, , " + AppPage.ID + ", " + AppPage.ID,
        "off, off, " + AppPage.ID + ", " + AppPage.ID,
        "optional, , " + AppPage.ID + ", " + ChallengePage.ID,
        "off, optional, " + AppPage.ID + ", " + ChallengePage.ID,
        "optional, off, " + AppPage.ID + ", " + ChallengePage.ID,
        "adaptive, , " + KeycloakErrorPage.ID + ", " + ChallengePage.ID,
        "off, adaptive, " + KeycloakErrorPage.ID + ", " + ChallengePage.ID,
        "required, , " + TotpPage.ID + ", " + ChallengePage.ID,
        "off, required, " + TotpPage.ID + ", " + ChallengePage.ID,
        "required, off, " + TotpPage.ID + ", " + ChallengePage.ID
    })
    void A8_A14_A19_A20_A21_whereThePasswordLeads(String own, String floor, String newcomer, String enrolled) {
        TENANT.setPolicy(Policy.mode(own));
        if (floor != null) {
            TENANT.setFloor(Policy.mode(floor));
        }

        assertThat(new RawBrowser(TENANT).login(TENANT.user()).id())
                .as("without a factor")
                .isEqualTo(newcomer);
        assertThat(new RawBrowser(TENANT).login(TENANT.userWithStockOtp(SECRET)).id())
                .as("with a factor")
                .isEqualTo(enrolled);
    }

    @Test
    void A19_modeOffAlsoAppliesToThePasswordGrant() {
        TENANT.setPolicy(Policy.off());
        User ada = TENANT.userWithStockOtp(SECRET);

        assertThat(TestApp.passwordGrant(TENANT, ada).signedIn()).isTrue();
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/users/" + ada.id())
                        .path("why")
                        .toString())
                .contains("MFA is off", "not asked for it");
    }
}
