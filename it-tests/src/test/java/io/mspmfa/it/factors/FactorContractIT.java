// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RemovePage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.PlantedKey;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.sms.Gateway;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every second factor must support outside its own code: lists, numbers, e-mails, self-service, gate and reset.
 * This iterates over the server's own list, so that a factor that is added without a line here fails the first test.
 */
class FactorContractIT {
    private static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().methods("totp", "webauthn", "email", "sms"));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    /**
     * A factor that was set up.
     *
     * @param codes the backup codes
     * @param answer answers the next request for the factor
     */
    private record Ready(List<String> codes, Runnable answer) {}

    private enum Factor {
        APP("totp", "otp", "mspMfaManageApp", "mspMfaMailFactorApp") {
            @Override
            Ready setUp(Device device, User user) {
                device.login(user, "kc_action", "msp-mfa-setup:totp");
                Story.Enrolled enrolled = Story.setUp(device);
                device.on(DonePage::new).finish();
                return new Ready(
                        enrolled.codes(),
                        () -> device.on(ChallengePage::new)
                                .submit(enrolled.phone().freshCode()));
            }
        },
        SECURITY_KEY("webauthn", "webauthn", "mspMfaManageSecurityKey", "mspMfaMailFactorSecurityKey") {
            @Override
            Ready setUp(Device device, User user) {
                return register(device, user, "webauthn-register");
            }
        },
        PASSKEY("webauthn", "webauthn-passwordless", "mspMfaManagePasskey", "mspMfaMailFactorPasskey") {
            @Override
            Ready setUp(Device device, User user) {
                return register(device, user, "webauthn-register-passwordless");
            }
        },
        EMAIL("email", "msp-email", "mspMfaManageEmail", "mspMfaMailFactorEmail") {
            @Override
            Ready setUp(Device device, User user) {
                device.login(user, "kc_action", "msp-mfa-setup:email");
                List<String> codes = device.on(BackupCodesPage::new).save();
                device.on(EmailPage::new).submit(MAILBOX.codeTo(user));
                device.on(DonePage::new).finish();
                return new Ready(codes, () -> device.on(ChallengePage::new).submit(MAILBOX.codeTo(user)));
            }
        },
        SMS("sms", "msp-sms", "mspMfaManageSms", "mspMfaMailFactorSms") {
            @Override
            Ready setUp(Device device, User user) {
                String number = Gateway.shared().newNumber();
                device.login(user, "kc_action", "msp-mfa-setup:sms");
                device.on(SmsPage::new).enterNumber(number);
                List<String> codes = device.on(BackupCodesPage::new).save();
                device.on(SmsPage::new).submit(Gateway.shared().nextTo(number).code());
                device.on(DonePage::new).finish();
                return new Ready(
                        codes,
                        () -> device.on(ChallengePage::new)
                                .submit(Gateway.shared().nextTo(number).code()));
            }
        };

        private final String method;
        private final String type;
        private final String row;
        private final String inMail;

        Factor(String method, String type, String row, String inMail) {
            this.method = method;
            this.type = type;
            this.row = row;
            this.inMail = inMail;
        }

        /** Leaves the device in the app. */
        abstract Ready setUp(Device device, User user);

        private static Ready register(Device device, User user, String action) {
            SecurityKey.plugInto(device);
            device.login(user, "kc_action", action);
            return new Ready(
                    Story.registerKey(device), () -> device.on(KeyPage::new).touch());
        }
    }

    @BeforeAll
    static void mailGoesOut() {
        MAILBOX.servesFor(TENANT);
    }

    @Test
    void A3_everyFactorOfTheServerIsTestedHere() {
        assertThat(TENANT.probe().credentialTypesOfFactors())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Factor.values())
                        .map(factor -> factor.type)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void A3_R32_A55_K11_aFactorIsKnownEverywhereUntilAResetRemovesIt(Factor factor) throws InterruptedException {
        User ada = TENANT.user();
        Device device = devices.open();
        Runnable answer = factor.setUp(device, ada).answer();
        device.on(AppPage::new);
        assertThat(MAILBOX.nextTo(ada).text()).contains(Texts.en(factor.inMail));

        TokenResult tokens = login(device, ada, answer);

        assertThat(TestApp.refresh(TENANT, tokens).signedIn())
                .as("the gate knows the proof")
                .isTrue();
        assertIsListed(factor, ada);
        device.open(TENANT.uri("/msp-mfa/"));
        assertThat(device.on(ManagePage::new).text()).contains(Texts.en(factor.row));

        TENANT.admin().post("/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset", "{\"reason\": \"lost\"}");

        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(TestApp.refresh(TENANT, tokens).signedIn()).isFalse();
        assertThat(status(ada).path("enrolled").asBoolean(true)).isFalse();
        assertThat(devices.open().login(ada).on(AppPage::new).result().signedIn())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void A47_R32_oneOfTwoFactorsIsRemovedByItsRow(Factor factor) throws InterruptedException {
        User ada = TENANT.user();
        Device device = devices.open();
        Runnable answer = factor.setUp(device, ada).answer();
        assertThat(MAILBOX.nextTo(ada).text()).contains(Texts.en("mspMfaMailTitleFactorAdded"));
        device.on(AppPage::new);
        TENANT.admin().post(TENANT.userPath(ada) + "/logout", "{}");
        device.open(TENANT.uri("/msp-mfa/"));
        device.on(LoginPage::new).submit(ada.username(), ada.password());
        answer.run();
        device.on(ManagePage::new);
        String own = TENANT.credentialId(ada, factor.type);
        String other = PlantedKey.store(TENANT, ada, "Blue key");

        device.reload()
                .on(ManagePage::new)
                .act("remove:" + own)
                .on(RemovePage::new)
                .remove();

        device.on(ManagePage::new).expectMessage("mspMfaRemovedNow");
        assertThat(TENANT.credentials(ada).findValuesAsText("id"))
                .contains(other, TENANT.credentialId(ada, "msp-backup-codes"));
        assertThat(TENANT.credentials(ada).findValuesAsText("id")).doesNotContain(own);
        assertThat(MAILBOX.nextTo(ada).text())
                .contains(Texts.en("mspMfaMailTitleFactorRemoved"), Texts.en(factor.inMail));
    }

    @ParameterizedTest
    @EnumSource
    void A51_L13_theOnlyFactorIsRemovedByItsRowWithABackupCode(Factor factor) {
        User ada = TENANT.user();
        Device device = devices.open();
        List<String> codes = factor.setUp(device, ada).codes();

        device.on(AppPage::new);
        device.open(TENANT.uri("/msp-mfa/"));
        device.on(ManagePage::new)
                .act("remove:" + TENANT.credentialId(ada, factor.type))
                .on(DisablePage::new)
                .submit(codes.get(0));

        device.on(ManagePage::new).expectMessage("mspMfaDisabledNow");
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
        assertThat(devices.open().login(ada).on(AppPage::new).result().signedIn())
                .isTrue();
    }

    private static TokenResult login(Device device, User user, Runnable answer) {
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
        device.openApp();
        device.on(LoginPage::new).submit(user.username(), user.password());
        answer.run();
        return device.on(AppPage::new).result();
    }

    private static void assertIsListed(Factor factor, User user) {
        JsonNode status = status(user);
        assertThat(status.path("enrolled").asBoolean()).isTrue();
        assertThat(status.path("primaryMethod").asText()).isEqualTo(factor.method);
        assertThat(status.path("lastChallengeMethod").asText()).isEqualTo(factor.method);
        assertThat(api("users?method=" + factor.method).findValuesAsText("id")).contains(user.id());
        assertThat(api("summary").path("byMethod").path(factor.method).asInt()).isPositive();
    }

    private static JsonNode status(User user) {
        return api("users/" + user.id());
    }

    private static JsonNode api(String path) {
        return TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/" + path);
    }
}
