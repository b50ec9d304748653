// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends the trust in a device at once (R35). Each test has first seen that the device was trusted. */
class DeadDevicesIT {
    private static final Policy POLICY = Policy.required().rememberDevice(30);

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(POLICY);

    @RegisterExtension
    static final Tenant FLOORED = Tenant.managed(POLICY);

    @BeforeEach
    void devicesMayBeTrusted() {
        TENANT.setPolicy(POLICY);
    }

    @Test
    void R35_anotherPassword() {
        Trusted ada = trusted();

        TENANT.admin()
                .put(
                        TENANT.userPath(ada.user()) + "/reset-password",
                        "{\"type\": \"password\", \"temporary\": false, \"value\": \""
                                + ada.user().password() + "\"}");

        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R35_R28_aReset() {
        Trusted ada = trusted();

        TENANT.admin()
                .post(
                        "/" + TENANT.name() + "/msp-mfa/users/" + ada.user().id() + "/reset",
                        "{\"reason\": \"phone lost\"}");

        assertThat(ada.login().signedIn()).isFalse();
        Story.enrol(TENANT, ada.user());
        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R35_aFactorThatIsRemoved() {
        Trusted ada = trusted();
        String app = credentialId(ada);
        TENANT.admin().delete(TENANT.userPath(ada.user()) + "/credentials/" + app);
        Story.enrol(TENANT, ada.user());

        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R35_A27_aPolicyThatForbidsIt() {
        Trusted ada = trusted();

        TENANT.setPolicy(Policy.required());

        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R35_aPolicyThatShortensIt() {
        Trusted ada = trusted();
        TENANT.clock().forward(Duration.ofDays(3));
        assertThat(ada.isTrusted()).isTrue();

        TENANT.setPolicy(Policy.required().rememberDevice(2));

        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void R35_aUserWhoWasDisabledInBetween() {
        Trusted ada = trusted();

        TENANT.changeUser(ada.user(), user -> user.put("enabled", false));
        TENANT.changeUser(ada.user(), user -> user.put("enabled", true));

        assertThat(ada.isAsked()).isTrue();
    }

    /** In a realm of its own: when the clock goes back after the test, the floor would be one of the future. */
    @Test
    void R35_aFloorThatIsTurnedOn() {
        Trusted ada = Trusted.in(FLOORED);
        assertThat(ada.isTrusted()).isTrue();

        FLOORED.setFloor(POLICY);

        assertThat(ada.isAsked()).isTrue();
    }

    private static Trusted trusted() {
        Trusted ada = Trusted.in(TENANT);
        assertThat(ada.isTrusted()).isTrue();
        return ada;
    }

    private static String credentialId(Trusted ada) {
        for (var credential : TENANT.credentials(ada.user())) {
            if (credential.path("type").asText().equals("otp")) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("no app");
    }
}
