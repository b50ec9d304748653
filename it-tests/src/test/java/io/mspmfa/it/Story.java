// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.KeySetUpPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;

/** Steps that many tests need, so that a test can start where it becomes interesting. */
public final class Story {

    private Story() {}

    /** What a user has after enrolling. */
    public record Enrolled(Phone phone, List<String> codes) {

        public String code(int index) {
            return codes.get(index);
        }
    }

    /** From the QR code to the confirmation, with the default settings; the confirmation stays open. */
    public static Enrolled setUp(Device device) {
        TotpPage scan = device.on(TotpPage::new);
        Phone phone = scan.scan();
        scan.next();
        List<String> codes = device.on(BackupCodesPage::new).save();
        device.on(VerifyTotpPage::new).submit(phone.pair());
        device.on(DonePage::new);
        return new Enrolled(phone, codes);
    }

    /**
     * A key for a user who has no factor yet, from the backup codes to the app.
     *
     * @return the backup codes
     */
    public static List<String> registerKey(Device device) {
        List<String> codes = device.on(BackupCodesPage::new).save();
        addKey(device);
        return codes;
    }

    /** A key for a user who keeps the backup codes from before, to the app. */
    public static void addKey(Device device) {
        device.on(KeySetUpPage::new).touch().on(DonePage::new).finish().on(AppPage::new);
    }

    /**
     * The same as {@link #setUp(Device)} without a browser, from login to tokens: for tests that need an enrolled user but are about something
     * else.
     */
    public static Enrolled enrol(Tenant tenant, User user) {
        return enrol(tenant, user, new RawBrowser(tenant));
    }

    public static Enrolled enrol(Tenant tenant, User user, RawBrowser browser) {
        RawPage scan = browser.login(user, "kc_action", "msp-mfa-setup:totp");
        Enrolled enrolled = setUp(tenant, browser, scan);
        return enrolled;
    }

    /** From the first page of the enrolment to the app. */
    public static Enrolled setUp(Tenant tenant, RawBrowser browser, RawPage scan) {
        Phone phone = Phone.typeIn(scan.expect(TotpPage.ID).key(), tenant.clock());
        RawPage shown = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = browser.post(shown, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);
        List<String> pair = phone.pair();
        RawPage done = browser.post(verify, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");
        browser.post(done.expect(DonePage.ID), "finish", "true").tokens();
        return new Enrolled(phone, shown.codes());
    }

    /** A login up to the page that asks for a code. */
    public static RawPage toChallenge(RawBrowser browser, User user) {
        return browser.login(user).expect(ChallengePage.ID);
    }

    /** A login in a browser of its own that enters wrong codes, to the page that follows the last of them. */
    public static RawPage enterWrongCodes(Tenant tenant, User user, Enrolled enrolled, int times) {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage page = toChallenge(browser, user);
        for (int i = 0; i < times; i++) {
            page = browser.post(page, "code", enrolled.phone().wrongCode());
        }
        return page;
    }

    /** A login up to the page that asks for a backup code. */
    public static RawPage toBackupCode(RawBrowser browser, User user) {
        return browser.post(toChallenge(browser, user), "use", "backup-code").expect(BackupCodePage.ID);
    }

    /** Uses a backup code for a login. */
    public static RawPage loginByBackupCode(RawBrowser browser, User user, String code) {
        return browser.post(toBackupCode(browser, user), "backupCode", code);
    }
}
