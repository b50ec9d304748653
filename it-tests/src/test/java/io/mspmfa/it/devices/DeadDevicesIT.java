// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Duration;
import java.util.List;
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

    @RegisterExtension
    static final Tenant FLOORED_BEFORE = Tenant.managed(POLICY);

    @RegisterExtension
    static final Tenant FLOORED_WITH_OTHERS = Tenant.managed(POLICY);

    @RegisterExtension
    static final Tenant ENDED = Tenant.managed(POLICY);

    @BeforeEach
    void devicesMayBeTrusted() {
        TENANT.setPolicy(POLICY);
    }

    @Test
    void R35_anotherPassword() {
        Trusted ada = trusted();

        TENANT.admin().put(TENANT.userPath(ada.user()) + "/reset-password", password(ada));

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
    void R35_aFactorThatIsReplaced() {
        Trusted ada = trusted();
        RawBrowser other = new RawBrowser(TENANT);
        RawPage challenge = other.login(ada.user(), "kc_action", "msp-mfa-manage");
        RawPage manage = other.post(challenge, "code", ada.enrolled().phone().freshCode())
                .expect(ManagePage.ID);
        RawPage scan = other.post(manage, "action", manage.attribute("[value^='replace:']", "value"));
        List<String> pair = Phone.typeIn(scan.key(), TENANT.clock()).pair();
        RawPage verify = other.post(other.post(scan, "next", "true"), "saved", "true", "next", "true");
        other.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true")
                .expect(DonePage.ID);

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

    @Test
    void R35_aFloorThatBeginsToRequireAFactor() {
        FLOORED_BEFORE.setFloor(Policy.optional().rememberDevice(30));
        Trusted ada = Trusted.in(FLOORED_BEFORE);
        FLOORED_BEFORE.setFloor(Policy.optional().rememberDevice(30).graceDays(1));
        assertThat(ada.isTrusted()).isTrue();

        FLOORED_BEFORE.setFloor(POLICY);

        assertThat(ada.isAsked()).isTrue();
    }

    /** In a realm of its own, for the same reason. Its floor was there before, so that nothing else ends the trust. */
    @Test
    void R35_theEndOfAllSessionsOfTheRealm() {
        ENDED.setFloor(POLICY);
        Trusted ada = Trusted.in(ENDED);
        ENDED.setFloor(POLICY);
        assertThat(ada.isTrusted()).isTrue();

        ENDED.setFloorAndEndSessions(POLICY);

        assertThat(ada.isAsked()).isTrue();
        JsonNode listed = ENDED.admin()
                .get("/" + ENDED.name() + "/msp-mfa/users?search=" + ada.user().username());
        assertThat(listed.path("items").path(0).path("deviceCount").asInt()).isZero();
    }

    /** In a realm of its own, for the same reason. */
    @Test
    void R35_aFloorForManyTenants() {
        Trusted ada = Trusted.in(FLOORED_WITH_OTHERS);
        assertThat(ada.isTrusted()).isTrue();

        String floor = "{\"realms\": [\"" + FLOORED_WITH_OTHERS.name() + "\"], \"floor\": " + POLICY + "}";
        assertThat(FLOORED_WITH_OTHERS
                        .admin()
                        .tryPut("/master/msp-mfa/tenants/floor", floor)
                        .status())
                .isEqualTo(200);

        assertThat(ada.isAsked()).isTrue();
    }

    /** As a directory keeps no date of its passwords, the row itself has to go. */
    @Test
    void R35_anotherPasswordDeletesTheRows() {
        Trusted.in(TENANT);
        Trusted ada = Trusted.in(TENANT);
        int stored = TENANT.probe().storedDevices();

        TENANT.admin().put(TENANT.userPath(ada.user()) + "/reset-password", password(ada));

        assertThat(TENANT.probe().storedDevices()).isEqualTo(stored - 1);
    }

    @Test
    void A56_whatHasExpiredIsForgottenInTheBackground() {
        Trusted.in(TENANT);
        int stored = TENANT.probe().storedDevices();
        TENANT.probe().runTask("MspMfaExpiredDevices");
        assertThat(TENANT.probe().storedDevices()).as("before they expire").isEqualTo(stored);
        TENANT.clock().forward(Duration.ofDays(31));

        TENANT.probe().runTask("MspMfaExpiredDevices");

        assertThat(TENANT.probe().storedDevices()).isZero();
    }

    private static Trusted trusted() {
        Trusted ada = Trusted.in(TENANT);
        assertThat(ada.isTrusted()).isTrue();
        return ada;
    }

    /** The same one again, which is another one to whoever looks at its date. */
    private static String password(Trusted ada) {
        return "{\"type\": \"password\", \"temporary\": false, \"value\": \""
                + ada.user().password() + "\"}";
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
