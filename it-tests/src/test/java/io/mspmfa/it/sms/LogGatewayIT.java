// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.KeycloakServer;
import io.mspmfa.it.server.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway for those who develop, which writes codes into the server's log. */
class LogGatewayIT {
    private static final String GATEWAY = "log";

    private static final KeycloakServer SERVER = Servers.inDevelopment(GATEWAY);

    private static final Tenant TENANT = Tenant.on(() -> SERVER).create();

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final String number = Gateway.shared().newNumber();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void A33_itSaysWhatItIsAtTheStartAndWithEachCode() {
        TENANT.setPolicy(Policy.required().methods("sms").notifyByEmail(false));
        User ada = TENANT.user();
        assertThat(SERVER.log())
                .as("before anybody has used it")
                .contains("WARN", "The SMS gateway log SENDS NO TEXT MESSAGES")
                .doesNotContain("NOT SENT");

        Device laptop = devices.open().login(ada);
        laptop.on(SmsPage::new).enterNumber(number);
        laptop.on(BackupCodesPage::new).save();
        laptop.on(SmsPage::new).submit(lastMessage().code());
        laptop.on(DonePage::new).finish().on(AppPage::new);

        Device tablet = devices.open().login(ada);
        tablet.on(ChallengePage::new).submit(lastMessage().code());
        assertThat(tablet.on(AppPage::new).result().signedIn()).isTrue();
    }

    @Test
    void R5_aServerThatIsNotInDevelopmentModeDoesntStartWithIt() {
        assertThatThrownBy(() -> Servers.withGateway(GATEWAY))
                .hasMessageContaining("it works with kc.sh start-dev only");
    }

    /** The last one that would have been sent to the number. */
    private TextMessage lastMessage() {
        String line = SERVER.log()
                .lines()
                .filter(entry -> entry.contains("NOT SENT") && entry.contains(number))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No message to " + number + " in the log"));
        return new TextMessage(number, "", line.substring(line.indexOf(number) + number.length()));
    }
}
