// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.admin.ActivityRecord;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the realm's events say about trusted devices. */
class DeviceEventsIT {
    private static final String DEVICE = "msp_mfa_device";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().rememberDevice(30));

    private final ActivityRecord record = ActivityRecord.of(TENANT);

    @Test
    void A56_aLoginSaysThatItTrustedItsDeviceOrWasTrusted() {
        Trusted ada = Trusted.in(TENANT);

        assertThat(ada.isTrusted()).isTrue();

        List<JsonNode> logins = TENANT.events().of(ada.user(), "LOGIN");
        assertThat(logins.get(0).path("details").path(DEVICE).asText()).isEqualTo("trusted");
        assertThat(logins.get(0).path("details").has("msp_mfa_method")).isFalse();
        assertThat(logins.get(1).path("details").path(DEVICE).asText()).isEqualTo("new");
        assertThat(logins.get(1).path("details").path("msp_mfa_method").asText())
                .isEqualTo("totp");
        assertThat(logins.get(2).path("details").has(DEVICE))
                .as("the enrolment")
                .isFalse();
    }

    @Test
    void A56_X14_revokingLeavesAnEventIfThereWasSomethingToRevoke() {
        Trusted ada = Trusted.in(TENANT);
        ada.login().tokens();
        String id = ada.cookie().substring(0, 36);
        RawPage page = ada.browser().get(TestApp.loginUri(TENANT, "kc_action", "msp-mfa-manage"));

        page = ada.browser().post(page, "action", "revoke:" + id);
        page = ada.browser().post(page, "action", "revoke:" + id);
        ada.browser().post(page, "action", "revoke-all");

        List<JsonNode> revoked = revocations(ada);
        assertThat(revoked).hasSize(1);
        assertThat(revoked.get(0).path("msp_mfa_device_id").asText()).isEqualTo(id);
        assertThat(record.lastOf(ada.user()).path("what").asText()).isEqualTo("devices_forgotten");
        assertThat(record.lastOf(ada.user()).at("/details/device").asText()).isEqualTo(id);
        assertThat(record.story(ada.user())).containsOnlyOnce("devices_forgotten");
    }

    @Test
    void A56_revokingAllLeavesOneEvent() {
        Trusted ada = Trusted.in(TENANT);
        ada.login().tokens();
        RawPage page = ada.browser().get(TestApp.loginUri(TENANT, "kc_action", "msp-mfa-manage"));

        ada.browser().post(page, "action", "revoke-all");

        assertThat(revocations(ada)).hasSize(1);
    }

    @Test
    void R35_X14_aCopyLeavesAnEvent() {
        Trusted ada = Trusted.in(TENANT);
        String copy = ada.cookie();
        assertThat(ada.isTrusted()).isTrue();
        TENANT.clock().forward(Duration.ofSeconds(61));

        ada.loginWithCopy(copy);

        JsonNode event = TENANT.events().of(ada.user(), "LOGIN_ERROR").get(0);
        assertThat(event.path("error").asText()).isEqualTo("msp_mfa_device_copied");
        assertThat(event.path("details").path(DEVICE).asText()).isEqualTo("copied");
        assertThat(event.path("details").path("msp_mfa_device_id").asText()).isEqualTo(copy.substring(0, 36));
        assertThat(TENANT.events().of(ada.user()).toString()).doesNotContain(copy.substring(37));
        assertThat(record.lastOf(ada.user()).path("what").asText()).isEqualTo("device_copied");
        assertThat(record.lastOf(ada.user()).path("by").isNull())
                .as("nobody knows who")
                .isTrue();
        assertThat(record.of(ada.user()).toString()).doesNotContain(copy.substring(37));
    }

    @Test
    void A56_X14_anAdministratorsClearIsAnAdminEvent() {
        Trusted ada = Trusted.in(TENANT);
        String path = "msp-mfa/users/" + ada.user().id() + "/devices";

        TENANT.admin().delete("/" + TENANT.name() + "/" + path);
        TENANT.admin().delete("/" + TENANT.name() + "/" + path);

        List<JsonNode> events = TENANT.events().admin().stream()
                .filter(event -> event.path("resourcePath").asText().equals(path))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("operationType").asText()).isEqualTo("DELETE");
        assertThat(events.get(0).path("resourceType").asText()).isEqualTo("MSP_MFA");
        assertThat(record.story(ada.user())).containsOnlyOnce("devices_cleared");
        assertThat(record.lastOf(ada.user()).at("/details/devices").asInt()).isEqualTo(1);
    }

    private static List<JsonNode> revocations(Trusted trusted) {
        return TENANT.events().of(trusted.user(), "CUSTOM_REQUIRED_ACTION").stream()
                .map(event -> event.path("details"))
                .filter(details -> details.path(DEVICE).asText().equals("revoked"))
                .toList();
    }
}
