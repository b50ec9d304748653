// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers have a row beside their credential, by which others find out that they are taken. What the row says may be lost
 * or nonsense, as after a restored backup.
 */
class DamagedNumberRowIT {
    private static final Gateway GATEWAY = Gateway.shared();

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.managed(Policy.required().methods("sms").uniqueNumbers().notifyByEmail(false));

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @BeforeEach
    void somebodyWithAPhone() {
        ada = TENANT.user();
        story.enrol(ada, number);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "nonsense", "0151 23456789", "'; --"})
    void A18_A32_aLoginDoesntNeedTheRowAndANewNumberMendsIt(String stored) {
        assertThat(TENANT.probe().setNumberRow(ada.id(), stored, "none")).isEqualTo(1);

        worksUntilItIsReplaced();
    }

    @Test
    void A18_A32_theSameWithoutARow() {
        assertThat(TENANT.probe().loseNumberRow(ada.id())).isEqualTo(1);

        worksUntilItIsReplaced();
    }

    @Test
    void A32_aRowOfACredentialThatIsGoneTakesNoNumber() {
        User bob = TENANT.user();
        assertThat(TENANT.probe().setNumberRow(ada.id(), number, "none")).isEqualTo(1);

        story.enrol(bob, number);

        assertThat(TENANT.hasCredential(bob, "msp-sms")).isTrue();
    }

    private void worksUntilItIsReplaced() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toChallenge(browser, ada);
        assertThat(browser.post(page, "code", story.nextCode(number)).signedIn())
                .isTrue();
        String fresh = GATEWAY.newNumber();

        TENANT.clock().forward(Duration.ofSeconds(31));
        RawBrowser laptop = new RawBrowser(TENANT);
        page = laptop.login(ada, "kc_action", "msp-mfa-setup:sms").expect(ChallengePage.ID);
        page = laptop.post(page, "code", story.nextCode(number)).expect(SmsPage.ID);
        page = story.toCodePage(laptop, page, fresh);
        laptop.post(page, "code", story.nextCode(fresh)).expect(DonePage.ID);

        assertIsTaken(fresh);
    }

    private void assertIsTaken(String taken) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), taken);
        RawPage refused = browser.post(page, "code", story.nextCode(taken)).expect(SmsPage.ID);
        assertThat(refused.errorAt("phoneNumber")).isEqualTo(Texts.en("mspMfaPhoneTaken"));
    }
}
