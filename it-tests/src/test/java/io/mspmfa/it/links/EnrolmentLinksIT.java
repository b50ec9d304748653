// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.InfoPage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.OtpAuth;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a link can be used for, and what it reveals. See {@link LinkSessionsIT} for sessions, and {@link DeadLinksIT}
 * for how links end.
 */
class EnrolmentLinksIT {
    private static final int BROWSERS = 20;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().otpsRequired(1));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    private final Links links = new Links(TENANT);

    @Test
    void K13_K15_K16_V18_aLinkSetsUpAnAppWithoutPasswordAndEndsWithoutSession() {
        var ada = TENANT.user();
        Device laptop = devices.open().open(links.create(ada));
        TotpPage start = laptop.on(TotpPage::new);
        assertThat(start.text()).contains(ada.email());
        assertThat(start.hasQr()).isFalse();

        OtpAuth qr = start.generate().on(TotpPage::new).qr();
        Phone phone = Phone.scan(qr, TENANT.clock());
        laptop.on(TotpPage::new).next().on(BackupCodesPage::new).save();
        laptop.on(VerifyTotpPage::new).submit(phone.pair());

        assertThat(laptop.on(InfoPage::new).text()).contains(Texts.en("mspMfaDoneTitle"), Texts.en("mspMfaLinkDone"));
        assertThat(qr.label()).contains(ada.email());
        assertThat(TENANT.sessions(ada)).isZero();
        laptop.openApp().on(LoginPage::new);
        Device tablet = devices.open().login(ada);
        tablet.on(ChallengePage::new).submit(phone.freshCode()).on(AppPage::new);
    }

    @Test
    void R27_programsThatFollowTheLinkSeeNothingAndDoNotUseItUp() {
        var ada = TENANT.user();
        URI link = links.create(ada);

        for (int i = 0; i < 3; i++) {
            RawPage seen = new RawBrowser(TENANT).get(link).expect(TotpPage.ID);
            assertThat(seen.answer().body()).doesNotContain("data:image", "otpauth", "msp-mfa-key");
            assertThat(seen.uri().toString()).doesNotContain("key=");
            assertThat(seen.answer().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }

        assertThat(storedTypes(ada)).containsExactly("password");
        links.follow(new RawBrowser(TENANT), link).expect(InfoPage.ID);
    }

    @Test
    void V18_twoDifferentCodesAreRequiredEvenIfThePolicyRequiresOne() {
        var ada = TENANT.user();
        Links.AtCodes at = links.toCodes(new RawBrowser(TENANT), links.create(ada));
        assertThat(at.page().fields()).containsKeys("otp1", "otp2");
        String code = at.phone().pair().get(0);

        RawPage one = at.browser().post(at.page(), "otp1", code, "verify", "true");
        RawPage same = at.browser().post(one, "otp1", code, "otp2", code, "verify", "true");

        assertThat(one.expect(VerifyTotpPage.ID).errorAt("otp2")).isNotEmpty();
        assertThat(same.expect(VerifyTotpPage.ID).errorAt("otp2")).isNotEmpty();
        assertThat(storedTypes(ada)).containsExactly("password");
    }

    @Test
    void R27_ofBrowsersThatFinishAtTheSameMomentOneEnrols() throws InterruptedException, ExecutionException {
        var ada = TENANT.user();
        URI link = links.create(ada);
        List<Callable<RawPage>> finishing = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            finishing.add(links.toCodes(new RawBrowser(TENANT), link)::finish);
        }

        List<RawPage> answers = Parallel.run(finishing);

        assertThat(answers).filteredOn(page -> page.id().equals(InfoPage.ID)).hasSize(1);
        assertThat(answers).filteredOn(page -> page.status() == 400).hasSize(BROWSERS - 1);
        assertEnrolledOnce(ada);
    }

    @Test
    void R27_theHolderOfALinkReachesNoOtherPendingAction() {
        var ada = TENANT.user();
        TENANT.changeUser(
                ada,
                json -> json.putArray("requiredActions").add("UPDATE_PASSWORD").add("CONFIGURE_TOTP"));
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage start = browser.get(links.create(ada)).expect(TotpPage.ID);
        URI other = URI.create(start.action().toString().replace("execution=msp-mfa", "execution=UPDATE_PASSWORD"));

        RawPage forced = browser.post(other, Form.of("password-new", "stolen", "password-confirm", "stolen"));
        RawPage end = links.follow(browser, links.create(ada));

        forced.expect(TotpPage.ID);
        end.expect(InfoPage.ID);
        assertThat(TENANT.admin().get(TENANT.userPath(ada)).path("requiredActions"))
                .extracting(action -> action.asText())
                .containsExactly("UPDATE_PASSWORD");
    }

    @Test
    void K14_theEventSaysThatALinkWasUsedAndContainsNoPartOfIt() {
        var ada = TENANT.user();
        URI link = links.create(ada);
        String key = link.getQuery().replaceFirst(".*key=", "");

        links.follow(new RawBrowser(TENANT), link).expect(InfoPage.ID);

        assertThat(TENANT.events().of(ada, "UPDATE_CREDENTIAL"))
                .anySatisfy(event -> assertThat(
                                event.path("details").path("msp_mfa_by").asText())
                        .isEqualTo("link"));
        assertThat(TENANT.events().all().toString()).doesNotContain(key);
        assertThat(TENANT.events().admin().toString()).doesNotContain(key);
        assertThat(TENANT.events().of(ada, "LOGIN")).isEmpty();
    }

    private static void assertEnrolledOnce(User user) {
        assertThat(storedTypes(user)).containsExactlyInAnyOrder("password", "otp", "msp-backup-codes");
    }

    private static List<String> storedTypes(User user) {
        return TENANT.probe().storedCredentials(user.username()).findValuesAsText("type");
    }
}
