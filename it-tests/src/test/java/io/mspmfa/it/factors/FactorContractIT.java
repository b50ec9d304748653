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
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.sms.Gateway;
import java.util.Arrays;
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

    private enum Factor {
        APP("totp", "otp", "mspMfaManageApp", "mspMfaMailFactorApp") {
            @Override
            Runnable setUp(Device device, User user) {
                device.login(user, "kc_action", "msp-mfa-setup:totp");
                Story.Enrolled enrolled = Story.setUp(device);
                device.on(DonePage::new).finish();
                return () ->
                        device.on(ChallengePage::new).submit(enrolled.phone().freshCode());
            }
        },
        SECURITY_KEY("webauthn", "webauthn", "mspMfaManageSecurityKey", "mspMfaMailFactorSecurityKey") {
            @Override
            Runnable setUp(Device device, User user) {
                return register(device, user, "webauthn-register");
            }
        },
        PASSKEY("webauthn", "webauthn-passwordless", "mspMfaManagePasskey", "mspMfaMailFactorPasskey") {
            @Override
            Runnable setUp(Device device, User user) {
                return register(device, user, "webauthn-register-passwordless");
            }
        },
        EMAIL("email", "msp-email", "mspMfaManageEmail", "mspMfaMailFactorEmail") {
            @Override
            Runnable setUp(Device device, User user) {
                device.login(user, "kc_action", "msp-mfa-setup:email");
                device.on(BackupCodesPage::new).save();
                device.on(EmailPage::new).submit(MAILBOX.codeTo(user));
                device.on(DonePage::new).finish();
                return () -> device.on(ChallengePage::new).submit(MAILBOX.codeTo(user));
            }
        },
        SMS("sms", "msp-sms", "mspMfaManageSms", "mspMfaMailFactorSms") {
            @Override
            Runnable setUp(Device device, User user) {
                String number = Gateway.shared().newNumber();
                device.login(user, "kc_action", "msp-mfa-setup:sms");
                device.on(SmsPage::new).enterNumber(number);
                device.on(BackupCodesPage::new).save();
                device.on(SmsPage::new).submit(Gateway.shared().nextTo(number).code());
                device.on(DonePage::new).finish();
                return () -> device.on(ChallengePage::new)
                        .submit(Gateway.shared().nextTo(number).code());
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

        /** Leaves the device in the app; returns an action that answers the next request for the factor. */
        abstract Runnable setUp(Device device, User user);

        private static Runnable register(Device device, User user, String action) {
            SecurityKey.plugInto(device);
            device.login(user, "kc_action", action);
            Story.registerKey(device);
            return () -> device.on(KeyPage::new).touch();
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
        Runnable answer = factor.setUp(device, ada);
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
