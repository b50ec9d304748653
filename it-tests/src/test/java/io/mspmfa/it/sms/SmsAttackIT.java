// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever makes the server send messages at the operator's expense (toll fraud), and guesses codes. */
class SmsAttackIT {
    private static final Gateway GATEWAY = Gateway.shared();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().methods("sms").notifyByEmail(false));

    private final SmsStory story = new SmsStory(TENANT);
    private final String number = GATEWAY.newNumber();

    @Test
    void R17_aNumberGetsFiveCodesInHalfAnHourWhoeverAsksForThem() {
        for (int i = 0; i < 5; i++) {
            RawBrowser browser = new RawBrowser(TENANT);
            story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), number);
        }
        assertThat(GATEWAY.allTo(number)).hasSize(5);
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage sixth = story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), number);

        assertThat(sixth.says("mspMfaSentCodeRefusedTitle")).isTrue();
        assertThat(GATEWAY.allTo(number)).isEmpty();
        TENANT.clock().forward(Duration.ofMinutes(31));
        RawBrowser later = new RawBrowser(TENANT);
        story.toCodePage(later, story.toNumberPage(later, TENANT.user()), number);
        assertThat(GATEWAY.allTo(number)).hasSize(1);
    }

    @Test
    void R17_aUserGetsFiveCodesInHalfAnHourToWhateverNumbers() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, TENANT.user()), number);
        assertThat(GATEWAY.allTo(number)).hasSize(1);
        for (int i = 0; i < 4; i++) {
            String other = GATEWAY.newNumber();
            page = enter(browser, page, other);
            assertThat(GATEWAY.allTo(other)).hasSize(1);
        }
        String sixth = GATEWAY.newNumber();

        page = enter(browser, page, sixth);

        assertThat(page.says("mspMfaSentCodeRefusedTitle")).isTrue();
        assertThat(GATEWAY.allTo(sixth)).isEmpty();
    }

    @Test
    void R18_nothingIsSentToAnExpensiveNumberThatAnAdministratorHasStored() {
        String premium = "+499001234567";
        User ada = TENANT.user();
        story.plant(ada, premium);

        RawPage page = new RawBrowser(TENANT).login(ada).expect(ChallengePage.ID);

        assertThat(page.says("mspMfaSentCodeFailedTitle")).isTrue();
        assertThat(GATEWAY.allTo(premium)).isEmpty();
        JsonNode status = TENANT.admin().get("/" + TENANT.name() + "/msp-mfa/users/" + ada.id());
        assertThat(status.path("why").toString())
                .contains("the server sends none to numbers of its kind or country")
                .doesNotContain(premium);
    }

    @Test
    void R16_wrongCodesAreCountedAcrossNumbersAndResends() {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = story.toCodePage(browser, story.toNumberPage(browser, ada), number);
        String code = story.nextCode(number);
        for (int i = 0; i < 4; i++) {
            page = browser.post(page, "code", SmsStory.wrong(code)).expect(SmsPage.ID);
        }
        String other = GATEWAY.newNumber();
        page = enter(browser, page, other);
        code = story.nextCode(other);

        browser.post(page, "code", SmsStory.wrong(code)).expect(LockedPage.ID);
    }

    private static RawPage enter(RawBrowser browser, RawPage page, String number) {
        RawPage asked = browser.post(page, "back", "true").expect(SmsPage.ID);
        return browser.post(asked, "phoneNumber", number, "next", "true").expect(SmsPage.ID);
    }
}
