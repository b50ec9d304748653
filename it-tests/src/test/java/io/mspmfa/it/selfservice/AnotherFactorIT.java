// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users add a factor to those that they have (A47). */
class AnotherFactorIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    @SuppressWarnings("NullAway.Init") // set before each test
    private User ada;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Enrolled enrolled;

    @BeforeEach
    void somebodyWithAnApp() {
        TENANT.setPolicy(Policy.optional());
        ada = TENANT.user();
        enrolled = Story.enrol(TENANT, ada);
    }

    @Test
    void A47_aSecondAppStandsBesideTheFirst() {
        Device laptop = devices.open();
        ManagePage before = ManageIT.manageWithCode(laptop, ada, enrolled);
        assertThat(before.offers("replace")).isTrue();
        before.act("add");
        Phone second = laptop.on(TotpPage::new).scan();
        laptop.on(TotpPage::new).next();
        laptop.on(VerifyTotpPage::new).label("Tablet").submit(second.pair());

        laptop.on(DonePage::new).finish().on(ManagePage::new).expectMessage("mspMfaAddedNow");

        assertThat(laptop.on(ManagePage::new).offers("replace"))
                .as("which of the two")
                .isFalse();
        assertThat(laptop.on(ManagePage::new).text()).contains("Tablet");
        for (Phone phone : new Phone[] {enrolled.phone(), second}) {
            TENANT.clock().forward(Duration.ofMinutes(2)); // each half minute is good for one code, of whichever app
            devices.open()
                    .login(ada)
                    .on(ChallengePage::new)
                    .submit(phone.freshCode())
                    .on(AppPage::new);
        }
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0)).expect(DonePage.ID);
    }

    @Test
    void A47_aKeyIsAddedToAnApp() {
        TENANT.setPolicy(Policy.optional().methods("totp", "webauthn"));
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        ManageIT.manageWithCode(laptop, ada, enrolled).act("add");
        laptop.on(MethodPage::new).choose("webauthn").next();

        laptop.on(KeySetUpPage::new).name("Blue key").touch().on(DonePage::new).finish();

        laptop.on(ManagePage::new).expectMessage("mspMfaAddedNow");
        assertThat(laptop.on(ManagePage::new).text()).contains("Blue key");
        assertThat(laptop.on(ManagePage::new).remainingBackupCodes()).isEqualTo(10);
    }

    @Test
    void A47_whereNothingCanBeAddedTheButtonSaysWhyAndIsRefused() {
        TENANT.setPolicy(Policy.optional().methods("sms").numberTypes());
        Device laptop = devices.open();
        ManagePage page = ManageIT.manageWithCode(laptop, ada, enrolled);

        assertThat(page.isGreyedOut("add")).isTrue();
        assertThat(page.reason("add")).isEqualTo(Texts.en("mspMfaMethodSmsNoNumbers"));
        assertThat(page.isGreyedOut("replace")).isTrue();
        page.actAnyway("add");

        laptop.on(ManagePage::new).expectMessage("mspMfaMethodSmsNoNumbers");
        TENANT.setPolicy(Policy.off());
        page = laptop.reload().on(ManagePage::new);
        assertThat(page.isGreyedOut("add")).isTrue();
        assertThat(page.reason("add")).isEqualTo(Texts.en("mspMfaSwitchedOff"));
        page.actAnyway("add");
        laptop.on(ManagePage::new).expectMessage("mspMfaSwitchedOff");
    }

    @Test
    void A47_R26_aFactorProvedLongAgoIsRequestedAgain() {
        TENANT.change(realm -> realm.put("accessCodeLifespanUserAction", 3600));
        Device laptop = devices.open();
        ManageIT.manageWithCode(laptop, ada, enrolled);
        TENANT.clock().forward(Duration.ofMinutes(21));

        laptop.on(ManagePage::new).act("add");

        laptop.on(ChallengePage::new).submit(enrolled.phone().freshCode()).on(TotpPage::new);
    }
}
