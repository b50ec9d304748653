// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mspmfa.it.Story;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.LockedPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What invalidates a link, and an enrolment by link that is in progress. */
class DeadLinksIT {
    private static final String STOCK_SECRET = "12345678901234567890";
    private static final int TRIES = 3;
    private static final int LOCK_SECONDS = 30;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().attempts(TRIES, LOCK_SECONDS));

    private final Links links = new Links(TENANT);

    @Test
    void K14_R27_aUsedLinkNoLongerWorksInAnyBrowser() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        RawBrowser browser = new RawBrowser(TENANT);

        links.follow(browser, link).expect(InfoPage.ID);

        assertDead(browser.get(link));
        assertDead(new RawBrowser(TENANT).get(link));
    }

    @Test
    void R27_aSecondBrowserHalfwayThroughEnrolsNobody() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);
        links.follow(new RawBrowser(TENANT), link).expect(InfoPage.ID);
        String first = otpId(ada);

        assertDead(late.finish());

        assertThat(otpId(ada)).isEqualTo(first);
    }

    @Test
    void K14_anEnrolmentLinkExpires() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        TENANT.clock().forward(Duration.ofSeconds(Tenant.LINK_SECONDS + 1));

        assertDead(new RawBrowser(TENANT).get(link));
    }

    /** All steps count, not just the first. */
    @Test
    void K14_aLinkExpiresHalfwayThrough() {
        var ada = TENANT.user();
        Answer made = TENANT.admin()
                .tryPost(
                        "/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/enrolment-links",
                        "{\"ttlSeconds\": 60}");
        URI link = URI.create(made.json().path("url").asText());
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);
        TENANT.clock().forward(Duration.ofSeconds(61));

        assertDead(late.finish());

        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
    }

    @Test
    void K14_aNewerLinkReplacesTheOlder() {
        var ada = TENANT.user();
        URI older = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), older);
        URI newer = links.create(ada);

        assertDead(new RawBrowser(TENANT).get(older));
        assertDead(late.finish());
        links.follow(new RawBrowser(TENANT), newer).expect(InfoPage.ID);
    }

    @Test
    void R27_aForgedLinkIsRefused() {
        URI link = links.create(TENANT.user());
        String text = link.toString();
        char last = text.charAt(text.length() - 5);
        String forged =
                text.substring(0, text.length() - 5) + (last == 'A' ? 'B' : 'A') + text.substring(text.length() - 4);

        assertDead(new RawBrowser(TENANT).get(URI.create(forged)));
        new RawBrowser(TENANT).get(link).expect(TotpPage.ID);
    }

    @Test
    void R27_aLinkNoLongerWorksAfterTheUserEnrolledInAnotherWay() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);

        Story.enrol(TENANT, ada);
        String own = otpId(ada);

        assertDead(new RawBrowser(TENANT).get(link));
        assertDead(late.finish());
        assertThat(otpId(ada)).isEqualTo(own);
    }

    @Test
    void R27_ifTheUserHasAFactorALinkSaysSoAndAddsNone() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);
        TENANT.addStockOtp(ada, STOCK_SECRET);
        String stock = otpId(ada);

        RawPage opened = new RawBrowser(TENANT).get(link).expect(KeycloakErrorPage.ID);
        RawPage finished = late.finish().expect(KeycloakErrorPage.ID);

        assertThat(opened.says("mspMfaLinkEnrolled")).isTrue();
        assertThat(finished.says("mspMfaLinkEnrolled")).isTrue();
        assertThat(otpId(ada)).isEqualTo(stock);
    }

    @Test
    void K14_aLinkNoLongerWorksForADisabledUser() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);
        TENANT.changeUser(ada, json -> json.put("enabled", false));

        assertDead(new RawBrowser(TENANT).get(link));
        TENANT.changeUser(ada, json -> json.put("enabled", true));
        assertDead(late.finish());
    }

    @Test
    void K14_aLinkOfADeletedUserIsAnErrorPage() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        Links.AtCodes late = links.toCodes(new RawBrowser(TENANT), link);
        TENANT.admin().delete(TENANT.userPath(ada));

        assertDead(new RawBrowser(TENANT).get(link));
        assertThat(late.finish().status()).isEqualTo(400);
    }

    @Test
    void K14_R28_aResetRevokesTheLink() {
        var ada = TENANT.user();
        URI link = links.create(ada);

        TENANT.admin()
                .post(
                        "/" + TENANT.name() + "/msp-mfa/users/" + ada.id() + "/reset",
                        JsonNodeFactory.instance.objectNode().put("reason", "lost phone"));

        assertDead(new RawBrowser(TENANT).get(link));
    }

    @Test
    void R23_wrongCodesCountForTheUserWhoeverEntersThem() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        for (int i = 1; i < TRIES; i++) {
            links.toCodes(new RawBrowser(TENANT), link).fail().expect(VerifyTotpPage.ID);
        }

        links.toCodes(new RawBrowser(TENANT), link).fail().expect(LockedPage.ID);
        RawPage whileLocked = links.follow(new RawBrowser(TENANT), link);
        TENANT.clock().forward(Duration.ofSeconds(LOCK_SECONDS + 1));
        RawPage later = links.follow(new RawBrowser(TENANT), link);

        whileLocked.expect(LockedPage.ID);
        later.expect(InfoPage.ID);
    }

    @Test
    void A19_ifThePolicyHasBeenSwitchedOffALinkSaysSo() {
        var ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage start = browser.get(links.create(ada)).expect(TotpPage.ID);
        TENANT.setPolicy(Policy.off());

        RawPage answer = browser.post(start, "generate", "true").expect(KeycloakErrorPage.ID);

        assertThat(answer.says("mspMfaSwitchedOff")).isTrue();
        TENANT.setPolicy(Policy.optional().attempts(TRIES, LOCK_SECONDS));
    }

    private static void assertDead(RawPage page) {
        page.expect(KeycloakErrorPage.ID);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.says("mspMfaLinkDead")).isTrue();
    }

    private static String otpId(User user) {
        for (var credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("otp")) {
                return credential.path("id").asText();
            }
        }
        throw new AssertionError("No app stored");
    }
}
