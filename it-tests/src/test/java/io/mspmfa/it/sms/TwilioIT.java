// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes through Twilio, on a server that sends messages to two countries only. */
class TwilioIT {
    private static final TwilioApi TWILIO = new TwilioApi();

    private static final KeycloakServer SERVER = Servers.withGateway(
            "twilio",
            Stream.concat(Stream.of(TWILIO.options()), Stream.of("--spi-credential--msp-sms--regions=de, AT"))
                    .toArray(String[]::new));

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    private final SmsStory story = new SmsStory(TENANT, TWILIO.messages()::nextTo);
    private final String number = Gateway.shared().newNumber();

    @BeforeEach
    void smsOnly() {
        TENANT.setFloor(sms());
        TENANT.setPolicy(sms());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void A3_A33_codesLeaveByTwiliosApi() {
        User ada = TENANT.user();
        List<String> codes = story.enrol(ada, number);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = story.toChallenge(browser, ada);

        TextMessage message = TWILIO.messages().nextTo(number);
        assertThat(message.from()).isEqualTo(TwilioApi.SENDER);
        assertThat(message.text()).contains("Acme Ltd").endsWith("\n@localhost #" + message.code());
        assertThat(browser.post(page, "code", message.code()).signedIn()).isTrue();
        assertThat(codes).hasSize(10);
        assertThat(SERVER.log()).doesNotContain(TwilioApi.TOKEN);
    }

    @Test
    void A33_senderAndTextOfTheFloorReachTwilioUnchanged() {
        TENANT.setFloor(sms().sms("sender", "MSP").sms("text", "50% + 1 = {code} & \"more\"; \u00e4\u03b1\u4e2d"));
        RawBrowser browser = new RawBrowser(TENANT);

        story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), number);

        TextMessage message = TWILIO.messages().nextTo(number);
        assertThat(message.from()).isEqualTo("MSP");
        assertThat(message.text()).startsWith("50% + 1 = " + message.code() + " & \"more\"; \u00e4\u03b1\u4e2d");
    }

    @Test
    void P7_whatTwilioRefusesIsSaidToHaveFailed() {
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), TwilioApi.LANDLINE);

        assertThat(page.says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(SERVER.log()).contains("status 400").doesNotContain(TwilioApi.LANDLINE, TwilioApi.TOKEN);
    }

    @Test
    void A32_aNumberOfACountryThatTheServerDoesntServeIsRefusedWithTheReason() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage asked = story.toNumberPage(browser, TENANT.user());

        RawPage refused = browser.post(asked, "phoneNumber", "+44 7400 123456", "next", "true")
                .expect(SmsPage.ID);

        assertThat(refused.errorAt("phoneNumber")).isEqualTo(Texts.en("mspMfaPhoneCountry"));
        String austrian = "+436641234567";
        story.toCodePage(browser, refused, austrian);
        assertThat(TWILIO.messages().allTo(austrian)).hasSize(1);
        assertThat(TWILIO.messages().allTo("+447400123456")).isEmpty();
    }

    @Test
    void R18_nothingIsSentToAStoredNumberOfAnotherCountry() {
        String british = "+447400123457";
        User ada = TENANT.user();
        story.plant(ada, british);
        User bob = TENANT.user();
        story.plant(bob, number);

        RawPage page = new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);
        new RawBrowser(TENANT).login(bob).expect(ChallengePage.ID);

        assertThat(TWILIO.messages().allTo(number))
                .as("of a country that is served")
                .hasSize(1);
        assertThat(page.says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(TWILIO.messages().allTo(british)).isEmpty();
    }

    private static Policy sms() {
        return Policy.required().methods("sms").notifyByEmail(false);
    }
}
