// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mspmfa.providers.sms.Options;
import io.mspmfa.providers.sms.SmsMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpOptionsTest {
    private static final Map<String, String> FEWEST =
            Map.of("url", "https://sms.example.org/send", "body", "{\"to\":\"{digits}\",\"text\":\"{text}\"}");
    private static final Map<String, String> TWILIO =
            Map.of("account-sid", "AC0123", "auth-token", "s3cr3t", "sender", "+4915100000000");

    @Test
    void addressAndBodySuffice() {
        HttpSettings settings = http(Map.of());

        assertThat(settings.url()).hasToString("https://sms.example.org/send");
        assertThat(settings.body().format()).isEqualTo(BodyFormat.JSON);
        assertThat(settings.success()).isEqualTo(new SuccessRule(Set.of(), ""));
        assertThat(settings.headers()).isEmpty();
        assertThat(settings.proxy()).isNull();
    }

    @Test
    void eachOptionIsRead() {
        HttpSettings settings = http(Map.of(
                "format",
                "form",
                "body",
                "to={number}&t={text}",
                "sender",
                "Acme",
                "success-status",
                "200, 202",
                "success-text",
                "OK",
                "proxy",
                "proxy.example.org:3128",
                "username",
                "me",
                "password",
                "pässword",
                "header-name",
                "X-Key",
                "header-value",
                "k"));

        assertThat(settings.sender()).isEqualTo("Acme");
        assertThat(settings.success()).isEqualTo(new SuccessRule(Set.of(200, 202), "OK"));
        assertThat(settings.proxy()).hasToString("proxy.example.org/<unresolved>:3128");
        assertThat(settings.headers())
                .extracting(header -> header.name() + ": " + header.value(secret -> secret.read(null)))
                .containsExactly("Authorization: Basic bWU6cMOkc3N3b3Jk", "X-Key: k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url                  | ''
            url                  | sms.example.org/s3cr3t
            url                  | ftp://sms.example.org/s3cr3t
            url                  | https://?key=s3cr3t
            url                  | https://a b/?key=s3cr3t
            format               | yaml
            body                 | s3cr3t
            body                 | ''
            success-status       | 2xx
            success-status       | 200,
            success-status       | 600
            proxy                | proxy.example.org
            proxy                | proxy.example.org:99999
            proxy                | :3128
            username             | me-without-password
            header-name          | X-Without-Value
            header-name          | Bad Name
            header-name          | Content-Length
            header-name          | authorization
            """)
    void R5_aWrongOptionIsNamedWithoutItsValue(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> http(Map.of(name, value)))
                .withMessageMatching("The option spi-msp-mfa-sms--http--(" + name + "|password|header-value) .+")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void twoKindsOfAuthorizationAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> http(Map.of("username", "me", "password", "p", "header-authorization", "Bearer x")))
                .withMessageContaining("username");
    }

    @Test
    void twilioIsAPresetOfIt() {
        HttpSettings settings = twilio(Map.of());

        assertThat(settings.url()).hasToString("https://api.twilio.com/2010-04-01/Accounts/AC0123/Messages.json");
        assertThat(settings.body().fill(new SmsMessage("+491", "a b", null), settings.sender()))
                .isEqualTo("To=%2B491&From=%2B4915100000000&Body=a+b");
        assertThat(settings.success()).isEqualTo(new SuccessRule(Set.of(201), ""));
        assertThat(settings.headers())
                .extracting(header -> header.name() + ": " + header.value(secret -> secret.read(null)))
                .containsExactly("Authorization: Basic QUMwMTIzOnMzY3IzdA==");
    }

    @Test
    void twilioMayChooseTheSender() {
        HttpSettings settings = twilio(Map.of("messaging-service-sid", "MG1", "sender", ""));

        assertThat(settings.body().fill(new SmsMessage("+491", "x", "Acme"), "Acme"))
                .isEqualTo("To=%2B491&MessagingServiceSid=MG1&Body=x");
    }

    @ParameterizedTest
    @CsvSource({"account-sid,''", "account-sid,AC/../x", "auth-token,''", "sender,''", "api-key-sid,'a:b'"})
    void wrongOptionsForTwilioAreNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twilio(Map.of(name, value)))
                .withMessageStartingWith("The option spi-msp-mfa-sms--twilio--" + name + " ");
    }

    private static HttpSettings http(Map<String, String> more) {
        return new HttpGatewayFactory().read(merged(FEWEST, more));
    }

    private static HttpSettings twilio(Map<String, String> more) {
        return new TwilioGatewayFactory().read(merged(TWILIO, more));
    }

    private static Options merged(Map<String, String> first, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(first);
        all.putAll(more);
        return Options.of(all);
    }
}
