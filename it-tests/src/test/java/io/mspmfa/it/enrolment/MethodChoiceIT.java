// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.KeycloakErrorPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user's choice among the methods that the policy allows. */
class MethodChoiceIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @BeforeEach
    void twoMethods() {
        TENANT.setPolicy(both());
    }

    @Test
    void A15_A24_A25_thePageListsTheAllowedMethodsWithTheDefaultChosen() {
        MethodPage page = devices.open().login(TENANT.user()).on(MethodPage::new);

        assertThat(page.methods()).containsExactlyInAnyOrder("totp", "webauthn");
        assertThat(page.chosen()).isEqualTo("totp");
        assertThat(page.text())
                .contains(Texts.en("mspMfaMethodWebauthnStrength"), Texts.en("mspMfaMethodTotpStrength"));

        TENANT.setPolicy(both().defaultMethod("webauthn"));
        assertThat(devices.open().login(TENANT.user()).on(MethodPage::new).chosen())
                .isEqualTo("webauthn");
    }

    @Test
    void A15_theOnlyMethodIsNotAskedFor() {
        TENANT.setPolicy(Policy.required());

        TotpPage scan = devices.open().login(TENANT.user()).on(TotpPage::new);

        assertThat(scan.offersOtherMethod()).isFalse();
    }

    @Test
    void A7_aMethodThatIsNotAllowedIsAbsentAndRefusedWhenPosted() {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage page = browser.login(TENANT.user()).expect(MethodPage.ID);

        RawPage sms = browser.post(page, "method", "sms", "next", "true").expect(MethodPage.ID);
        assertThat(sms.errorAt("method")).isEqualTo(Texts.en("mspMfaMethodMissing"));
        TENANT.setPolicy(Policy.required());
        browser.post(sms, "method", "webauthn", "next", "true").expect(TotpPage.ID);
    }

    @Test
    void A7_aMethodThatIsNoLongerAllowedCannotBeFinished() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        laptop.on(MethodPage::new).choose("totp").next();
        var phone = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next().on(BackupCodesPage::new).save();

        TENANT.setPolicy(Policy.required().methods("webauthn"));
        laptop.on(VerifyTotpPage::new).submit(phone.pair());

        laptop.on(KeySetUpPage::new);
        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
    }

    @Test
    void A15_choosingAnotherMethodForgetsTheFirst() {
        Device laptop = devices.open().login(TENANT.user());
        laptop.on(MethodPage::new).choose("totp").next();
        String secret = laptop.on(TotpPage::new).qr().secret();

        laptop.on(TotpPage::new)
                .otherMethod()
                .on(MethodPage::new)
                .choose("webauthn")
                .next();
        laptop.on(BackupCodesPage::new)
                .otherMethod()
                .on(MethodPage::new)
                .choose("totp")
                .next();

        assertThat(laptop.on(TotpPage::new).qr().secret()).isNotEqualTo(secret);
    }

    @Test
    void A39_savedBackupCodesStayValidWhenAnotherMethodIsChosen() {
        var ada = TENANT.user();
        Device laptop = devices.open().login(ada);
        laptop.on(MethodPage::new).choose("webauthn").next();
        List<String> codes = laptop.on(BackupCodesPage::new).save();
        laptop.on(KeySetUpPage::new)
                .otherMethod()
                .on(MethodPage::new)
                .choose("totp")
                .next();

        var phone = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next().on(VerifyTotpPage::new).submit(phone.pair());

        laptop.on(DonePage::new).finish().on(AppPage::new);
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, codes.get(0)).expect(DonePage.ID);
    }

    @Test
    void A2_aRequestForOneMethodSkipsTheChoice() {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
        Device laptop = devices.open();

        laptop.login(TENANT.user(), "kc_action", "msp-mfa-setup:webauthn").on(BackupCodesPage::new);
        laptop.login(TENANT.user(), "kc_action", "CONFIGURE_TOTP").on(TotpPage::new);
        laptop.login(TENANT.user(), "kc_action", "msp-mfa-setup:sms").on(KeycloakErrorPage::new);
        TENANT.setPolicy(Policy.optional().methods("webauthn"));
        laptop.login(TENANT.user(), "kc_action", "msp-mfa-setup:totp").on(KeycloakErrorPage::new);
    }

    @Test
    void A7_anAdministratorsRequestForAMethodThatIsNotAllowedStopsNobody() {
        TENANT.setPolicy(Policy.optional().methods("webauthn"));
        var ada = TENANT.user();
        TENANT.changeUser(ada, user -> user.putArray("requiredActions").add("CONFIGURE_TOTP"));

        devices.open().login(ada).on(AppPage::new);

        assertThat(TENANT.credentials(ada).findValuesAsText("type")).containsExactly("password");
    }

    @Test
    void A26_theOfferDuringGraceHasTheSameChoice() {
        TENANT.setPolicy(both().graceDays(3));
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(TENANT.user());
        laptop.on(MethodPage::new).choose("webauthn").next();
        laptop.on(BackupCodesPage::new).save();

        laptop.on(KeySetUpPage::new).touch().on(DonePage::new).finish().on(AppPage::new);
    }

    @Test
    void A47_aKeyIsAddedToAnAppAndLeavesItsBackupCodesAsTheyAre() {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(ada, "kc_action", "msp-mfa-setup:webauthn");
        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode());

        laptop.on(KeySetUpPage::new).touch().on(DonePage::new).finish().on(AppPage::new);

        assertThat(TENANT.credentials(ada).findValuesAsText("type")).contains("otp", "webauthn");
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0)).expect(DonePage.ID);
    }

    private static Policy both() {
        return Policy.required().methods("totp", "webauthn");
    }
}
