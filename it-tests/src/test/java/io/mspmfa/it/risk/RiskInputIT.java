// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import static io.mspmfa.it.risk.Behind.CAFE;
import static io.mspmfa.it.risk.Behind.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: addresses, cookies, rows. What can't be judged is asked (R38). */
class RiskInputIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.on(Behind::aProxy);

    @BeforeEach
    void riskDecides() {
        Behind.letIn(TENANT, Policy.adaptive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-ip", "fe80::1%eth0", "203.0.113.999", "<script>"})
    void R38_withoutAnAddressTheUserIsAsked(String header) {
        Regular ada = Regular.in(TENANT);

        assertThat(ada.proveFrom(header).signedIn()).isTrue();

        assertThat(ada.reasons()).isEqualTo("no_address");
        assertThat(ada.score()).isEqualTo(100);
        assertThat(ada.loginFrom(HOME).signedIn())
                .as("the profile is as before")
                .isTrue();
    }

    @Test
    void R38_theLogSaysOnceThatAProxyPassesNonsenseOn() {
        Regular ada = Regular.in(TENANT);

        ada.loginFrom("unknown").expect(ChallengePage.ID);
        ada.loginFrom("unknown").expect(ChallengePage.ID);
        ada.loginFrom(HOME + ", 10.0.0.1").expect(AppPage.ID);

        assertThat(TENANT.server().log())
                .containsOnlyOnce("A login came with a proxy header that contains no address")
                .containsOnlyOnce("A login came with several addresses in X-Forwarded-For");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:203.0.113.9", "0:0:0:0:0:ffff:cb00:7109"})
    void anIpv4AddressInIpv6IsTheSameNetwork(String address) {
        Regular ada = Regular.in(TENANT);

        assertThat(ada.loginFrom(address).signedIn()).isTrue();

        assertThat(ada.reasons()).isEmpty();
    }

    @Test
    void anIpv6NetworkHas48Bits() {
        Regular ada = Regular.in(TENANT);
        ada.loginFrom("2001:db8:7::1").expect(AppPage.ID);

        ada.loginFrom("2001:db8:7:ffff::2").expect(AppPage.ID);

        assertThat(ada.reasons()).isEmpty();
    }

    @Test
    void R33_theCookieIsHiddenFromScriptsAndBelongsToTheRealm() {
        Regular ada = Regular.in(TENANT);
        RawPage login = ada.proveFrom("unknown");

        assertThat(login.answer().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(Regular.COOKIE))
                .singleElement()
                .asString()
                .contains(
                        "HttpOnly", "Secure", "SameSite=Lax", "Path=/realms/" + TENANT.name() + "/", "Max-Age=34560000")
                .doesNotContain(ada.user().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%00"
            })
    void R38_aCookieThatWasNotMadeHereIsNone(String value) {
        Regular ada = Regular.in(TENANT);
        String name = ada.browser().cookieName(Regular.COOKIE);

        ada.browser().putCookie(name, value, "/realms/" + TENANT.name() + "/");

        ada.loginFrom(HOME).expect(ChallengePage.ID);
    }

    @Test
    void R33_whoReadsTheStoredIdCanNotMakeTheCookie() {
        Regular ada = Regular.in(TENANT);
        String id = ada.browser().cookie(Regular.COOKIE).orElseThrow().substring(0, 22);
        String name = ada.browser().cookieName(Regular.COOKIE);
        assertThat(ada.history()).contains(id);

        ada.browser().putCookie(name, id + "." + "A".repeat(43), "/realms/" + TENANT.name() + "/");

        ada.loginFrom(HOME).expect(ChallengePage.ID);
    }

    @Test
    void R38_partsOfGenuineCookiesDoNotFitTogether() {
        Regular ada = Regular.in(TENANT);
        Regular bob = Regular.in(TENANT);
        String name = ada.browser().cookieName(Regular.COOKIE);
        String path = "/realms/" + TENANT.name() + "/";
        String own = ada.browser().cookie(Regular.COOKIE).orElseThrow();
        String other = bob.browser().cookie(Regular.COOKIE).orElseThrow();

        ada.browser().putCookie(name, other, path);
        ada.loginFrom(HOME).expect(ChallengePage.ID);
        ada.browser().putCookie(name, own.substring(0, 40), path);
        ada.loginFrom(HOME).expect(ChallengePage.ID);
        ada.browser().putCookie(name, own + own, path);
        ada.loginFrom(HOME).expect(ChallengePage.ID);
        ada.browser().putCookie(name, own, path);
        ada.loginFrom(HOME).expect(AppPage.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "{\"v\":1}", "{\"v\":2,\"networks\":{\"cb0071\":1}}", "[]"})
    void R38_aHistoryThatCanNotBeReadIsAskedAndReplacedAfterAProof(String history) {
        Regular ada = Regular.in(TENANT);
        TENANT.probe().setHistory(ada.user().id(), history);

        ada.loginFrom(HOME).expect(ChallengePage.ID);
        assertThat(ada.history()).as("nobody has proved anything").isEqualTo(history);
        assertThat(ada.proveFrom(HOME).signedIn()).isTrue();

        assertThat(ada.reasons()).isEqualTo("unreadable_history");
        ada.loginFrom(HOME).expect(AppPage.ID);
    }

    @Test
    void whatALaterVersionAddsIsIgnored() {
        Regular ada = Regular.in(TENANT);
        String later = ada.history().replace("\"v\":1", "\"v\":2,\"keyboards\":[\"qwertz\"]");
        TENANT.probe().setHistory(ada.user().id(), later);

        ada.loginFrom(HOME).expect(AppPage.ID);
    }

    @Test
    void A22_failedLoginsCountAndTeachNothing() {
        Regular ada = Regular.in(TENANT);
        String before = ada.history();
        for (int i = 0; i < 3; i++) {
            RawBrowser guesser = new RawBrowser(TENANT).from(CAFE);
            RawPage page = guesser.get(TestApp.loginUri(TENANT));
            guesser.post(page, "username", ada.user().username(), "password", "wrong");
        }

        ada.strangerFrom(CAFE).expect(ChallengePage.ID);
        assertThat(ada.history()).isEqualTo(before);
        ada.loginFrom(HOME).expect(AppPage.ID);
        assertThat(ada.reasons()).isEqualTo("recent_failures");
        assertThat(ada.score()).isEqualTo(15);
    }

    @Test
    void A22_aResetMakesEveryBrowserUnknown() {
        Regular ada = Regular.in(TENANT);

        TENANT.admin()
                .post("/" + TENANT.name() + "/msp-mfa/users/" + ada.user().id() + "/reset", "{\"reason\": \"lost\"}");

        assertThat(ada.history()).isEmpty();
    }
}
