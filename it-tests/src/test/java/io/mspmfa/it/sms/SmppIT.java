// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Codes through a message centre that speaks SMPP, on a server that has the password in its vault, and whose users may
 * type numbers without a country code.
 */
class SmppIT {
    private static final MessageCentre CENTRE = MessageCentre.start();

    private static final Path VAULT = vault();

    private static final KeycloakServer SERVER = Servers.withGateway(
            "smpp",
            Stream.concat(
                            Stream.of(CENTRE.options()),
                            Stream.of(
                                    "--spi-msp-mfa-sms--smpp--password-vault=sms-password",
                                    "--vault-dir=" + VAULT,
                                    "--spi-credential--msp-sms--default-region=DE"))
                    .toArray(String[]::new));

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final SmsStory story = new SmsStory(TENANT, CENTRE::nextTo);
    private final String number = Gateway.shared().newNumber();

    private static Path vault() {
        try {
            Path vault = Files.createTempDirectory("vault");
            Files.writeString(vault.resolve("master_sms-password"), MessageCentre.PASSWORD + "\n");
            return vault;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tenant has an entry of that name too, which must not be used. */
    @BeforeAll
    static void smsOnly() throws IOException {
        Files.writeString(VAULT.resolve(TENANT.name() + "_sms-password"), "wrong");
        TENANT.setPolicy(Policy.required().methods("sms").notifyByEmail(false));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void A3_A33_codesLeaveBySmpp() {
        User ada = TENANT.user();
        List<String> codes = story.enrol(ada, number);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = story.toChallenge(browser, ada);

        TextMessage message = CENTRE.nextTo(number);
        assertThat(message.text()).contains("Acme Ltd").endsWith("\n@localhost #" + message.code());
        assertThat(browser.post(page, "code", message.code()).signedIn()).isTrue();
        assertThat(codes).hasSize(10);
    }

    @Test
    void A3_A33_inABrowser() {
        Device laptop = devices.open().login(TENANT.user());

        laptop.on(SmsPage::new).enterNumber(number);
        laptop.on(BackupCodesPage::new).save();
        laptop.on(SmsPage::new).submit(story.nextCode(number)).on(DonePage::new).finish();

        assertThat(laptop.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void A33_namesInAnyScriptArrive() {
        TENANT.change(realm -> realm.put("displayName", "Ἀκμή & Söhne"));
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, ada), number);

        TextMessage message = CENTRE.nextTo(number);
        assertThat(message.text()).contains("Ἀκμή & Söhne");
        browser.post(page, "code", message.code()).expect(DonePage.ID);
        TENANT.change(realm -> realm.put("displayName", "Acme Ltd"));
    }

    @Test
    void A33_aSessionThatTheCentreHasEndedIsBoundAgain() {
        User ada = TENANT.user();
        story.enrol(ada, number);
        CENTRE.hangUp();
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage page = browser.login(ada).expect(ChallengePage.ID);

        assertThat(browser.post(page, "code", story.nextCode(number)).signedIn())
                .isTrue();
    }

    @Test
    void A32_withoutACountryCodeANumberIsOneOfTheServersCountry() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage asked = story.toNumberPage(browser, TENANT.user());

        RawPage page = story.toCodePage(browser, asked, number.replace("+49", "0"));

        browser.post(page, "code", story.nextCode(number)).expect(DonePage.ID);
    }
}
