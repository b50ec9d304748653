// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy forbids is visible, disabled, and refused in every way (A51, V15, V16). */
class ForbiddenIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeEach
    void somebodyWhoMustHaveIt() {
        TENANT.setPolicy(Policy.required());
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
    }

    @Test
    void A51_V16_ifMfaIsRequiredTheButtonIsDisabledAndSaysWhy() {
        ManagePage page = ManageIT.manageWithCode(devices.open(), ada, enrolled);

        assertThat(page.isGreyedOut("disable")).isTrue();
        assertThat(page.reason("disable")).isEqualTo(Texts.en("mspMfaManageOffRequired"));
    }

    @Test
    void V15_ifThePolicyForbidsItTheButtonIsDisabledAndSaysWhy() {
        TENANT.setPolicy(Policy.optional().selfDisable(false));

        ManagePage page = ManageIT.manageWithCode(devices.open(), ada, enrolled);

        assertThat(page.isGreyedOut("disable")).isTrue();
        assertThat(page.reason("disable")).isEqualTo(Texts.en("mspMfaManageOffPolicy"));
    }

    @Test
    void V15_pressingTheDisabledButtonAnywayLeavesMfaOn() {
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled).actAnyway("disable");

        laptop.on(ManagePage::new);
        isStillOn();
    }

    @Test
    void V15_aPolicyThatChangesWhileTheFormIsOpenCounts() {
        TENANT.setPolicy(Policy.optional());
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-disable");
        RawPage form =
                browser.post(challenge, "code", enrolled.phone().freshCode()).expect(DisablePage.ID);
        TENANT.setPolicy(Policy.required());

        browser.post(form, "backupCode", enrolled.code(0));

        isStillOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msp-mfa-disable", "delete_credential:%s"})
    void A51_V15_anAppInitiatedActionIsRefused(String action) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", action.formatted(otpId()));

        RawPage answer = browser.post(challenge, "code", enrolled.phone().freshCode());
        if (!answer.atApp() && answer.status() == 200) {
            browser.post(answer, "backupCode", enrolled.code(0), "accept", "true");
        }

        isStillOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "msp-backup-codes"})
    void A51_V15_theAccountApiRefusesToDelete(String type) {
        String token = TestApp.passwordGrant(
                        TENANT, ada, "totp", enrolled.phone().freshCode())
                .require("access_token");

        Answer answer = Http.to(TENANT.uri("/account/credentials/" + idOf(type)))
                .bearer(token)
                .header("Accept", "application/json") // otherwise, it is a page of the account console
                .delete();

        assertThat(answer.status()).isBetween(400, 499);
        isStillOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "msp-backup-codes"})
    void L13_evenInModeOptionalOnlyABackupCodeSwitchesMfaOff(String type) {
        TENANT.setPolicy(Policy.optional());
        String token = TestApp.passwordGrant(
                        TENANT, ada, "totp", enrolled.phone().freshCode())
                .require("access_token");

        Answer answer = Http.to(TENANT.uri("/account/credentials/" + idOf(type)))
                .bearer(token)
                .header("Accept", "application/json") // otherwise, it is a page of the account console
                .delete();

        assertThat(answer.status()).isBetween(400, 499);
        isStillOn();
    }

    private String otpId() {
        return idOf("otp");
    }

    private String idOf(String type) {
        for (var credential : TENANT.credentials(ada)) {
            if (credential.path("type").asText().equals(type)) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No " + type + " stored");
    }

    private void isStillOn() {
        assertThat(TENANT.hasCredential(ada, "otp")).isTrue();
        assertThat(TENANT.hasCredential(ada, "msp-backup-codes")).isTrue();
    }
}
