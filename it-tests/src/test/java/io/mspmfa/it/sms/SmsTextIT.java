// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What text messages say, and from whom they come. */
class SmsTextIT {
    private static final Gateway GATEWAY = Gateway.shared();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(sms());

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @BeforeEach
    void somebodyWithAPhone() {
        TENANT.setFloor(sms());
        TENANT.setPolicy(sms());
        ada = TENANT.user();
        story.enrol(ada, number);
    }

    @Test
    void R20_theMessageNamesTheOrganisationAndEndsWithWhatFillsTheCodeIn() {
        story.toChallenge(new RawBrowser(TENANT), ada);

        TextMessage message = GATEWAY.nextTo(number);

        assertThat(message.from()).as("the server's sender").isEqualTo("Gateway");
        assertThat(message.text())
                .isEqualTo(Texts.en("mspMfaSmsText", message.code(), "Acme Ltd") + "\n@localhost #" + message.code())
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void A33_theMessageIsInTheLanguageOfThePage() {
        new RawBrowser(TENANT).login(ada, "ui_locales", "de").expect(ChallengePage.ID);

        TextMessage message = GATEWAY.nextTo(number);

        assertThat(message.text()).startsWith(Texts.de("mspMfaSmsText", message.code(), "Acme Ltd"));
    }

    @Test
    void A33_theResellerChoosesSenderAndTextAndTheTenantDoesNot() {
        TENANT.setFloor(
                sms().sms("sender", "MSP").sms("text", "Your code for \"Acme\\Co\" is {code} <ok> & never {0}"));
        TENANT.setPolicy(sms().sms("sender", "Tenant").sms("text", "You have won! {code}"));

        story.toChallenge(new RawBrowser(TENANT), ada);

        TextMessage message = GATEWAY.nextTo(number);
        assertThat(message.from()).isEqualTo("MSP");
        assertThat(message.text())
                .isEqualTo("Your code for \"Acme\\Co\" is " + message.code() + " <ok> & never {0}\n@localhost #"
                        + message.code());
    }

    private static Policy sms() {
        return Policy.required().methods("sms").notifyByEmail(false);
    }
}
