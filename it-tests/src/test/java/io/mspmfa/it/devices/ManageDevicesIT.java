// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users and administrators see trusted devices, and end the trust in them (A56). */
class ManageDevicesIT {
    private static final String PAGE = "login-msp-mfa-manage";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().rememberDevice(30));

    @Test
    void A56_R35_aUserRevokesOneDeviceAndTheOthersStay() {
        Trusted laptop = Trusted.in(TENANT);
        Trusted phone = new Trusted(TENANT, laptop.user(), laptop.enrolled(), new RawBrowser(TENANT));
        phone.answer("rememberDevice", "true").tokens();
        RawPage page = manage(laptop);
        assertThat(page.text()).contains(Texts.en("mspMfaDeviceUnknown"), Texts.en("mspMfaDevicesAll"));
        String latest = page.attribute("[value^='revoke:']", "value");

        page = laptop.browser().post(page, "action", latest).expect(PAGE);

        assertThat(page.says("mspMfaDeviceRevoked")).isTrue();
        assertThat(phone.isAsked()).isTrue();
        assertThat(laptop.isTrusted()).isTrue();
    }

    @Test
    void A56_R35_aUserRevokesAllDevices() {
        Trusted ada = Trusted.in(TENANT);
        Trusted bob = Trusted.in(TENANT);

        RawPage page = ada.browser().post(manage(ada), "action", "revoke-all").expect(PAGE);

        assertThat(page.says("mspMfaDevicesRevoked")).isTrue();
        assertThat(ada.isAsked()).isTrue();
        assertThat(bob.isTrusted()).isTrue();
    }

    @Test
    void A56_theListSaysOnWhichDeviceItIsShownEvenIfThatHasJustBeenTrusted() {
        Trusted phone = Trusted.in(TENANT);
        RawBrowser laptop = new RawBrowser(TENANT);
        RawPage challenge = laptop.login(phone.user(), "kc_action", "msp-mfa-manage");

        RawPage page = laptop.post(challenge, "code", phone.enrolled().phone().freshCode(), "rememberDevice", "true")
                .expect(PAGE);

        assertThat(page.text()).containsOnlyOnce(Texts.en("mspMfaDeviceHere"));
        assertThat(manage(phone).text()).containsOnlyOnce(Texts.en("mspMfaDeviceHere"));
    }

    @Test
    void R33_nobodyRevokesADeviceOfSomebodyElse() {
        Trusted ada = Trusted.in(TENANT);
        Trusted mallory = Trusted.in(TENANT);
        String id = ada.cookie().substring(0, 36);

        mallory.browser().post(manage(mallory), "action", "revoke:" + id).expect(PAGE);

        assertThat(ada.isTrusted()).isTrue();
        assertThat(TENANT.admin().tryDelete(path(mallory) + "/devices/" + id).status())
                .isEqualTo(404);
        assertThat(ada.isTrusted()).isTrue();
    }

    @Test
    void A56_R33_anAdministratorSeesDevicesWithoutHashesAndForgetsOne() {
        Trusted ada = Trusted.in(TENANT);

        JsonNode user = TENANT.admin().get(path(ada));

        assertThat(user.path("deviceCount").asInt()).isEqualTo(1);
        JsonNode device = user.path("devices").path(0);
        assertThat(device.fieldNames())
                .toIterable()
                .containsExactly("id", "label", "createdAt", "lastUsedAt", "expiresAt");
        assertThat(user.toString()).doesNotContain(ada.cookie().substring(37));
        JsonNode listed = TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users?search=" + ada.user().username());
        assertThat(listed.path("items").path(0).path("deviceCount").asInt()).isEqualTo(1);
        TENANT.admin().delete(path(ada) + "/devices/" + device.path("id").asText());
        assertThat(ada.isAsked()).isTrue();
    }

    @Test
    void A56_R35_anAdministratorForgetsAllDevices() {
        Trusted ada = Trusted.in(TENANT);

        TENANT.admin().delete(path(ada) + "/devices");

        assertThat(ada.login().id()).isEqualTo(ChallengePage.ID);
        assertThat(TENANT.admin().get(path(ada)).path("devices")).isEmpty();
    }

    private static RawPage manage(Trusted trusted) {
        trusted.login().tokens();
        return trusted.browser()
                .get(TestApp.loginUri(TENANT, "kc_action", "msp-mfa-manage"))
                .expect(PAGE);
    }

    private static String path(Trusted trusted) {
        return "/" + TENANT.name() + "/msp-mfa/users/" + trusted.user().id();
    }
}
