// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.email;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.EmailPage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;

/** Steps with codes by e-mail. */
public final class EmailStory {
    private final Tenant tenant;
    private final Mailbox mailbox;

    public EmailStory(Tenant tenant, Mailbox mailbox) {
        this.tenant = tenant;
        this.mailbox = mailbox;
    }

    /** The code in the next e-mail to a user. */
    String nextCode(User user) throws InterruptedException {
        return mailbox.nextTo(user).code();
    }

    /** A code that is not this one. */
    static String wrong(String code) {
        return code.startsWith("9") ? "1" + code.substring(1) : "9" + code.substring(1);
    }

    /** A login of a user without a factor, up to the page that asks for the code. */
    RawPage toCodePage(RawBrowser browser, User user) {
        RawPage shown = chooseEmail(browser, browser.login(user)).expect(BackupCodesPage.ID);
        return browser.post(shown, "saved", "true", "next", "true").expect(EmailPage.ID);
    }

    /** From the login to the app; returns the backup codes. */
    public List<String> enrol(User user) throws InterruptedException {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage shown = chooseEmail(browser, browser.login(user)).expect(BackupCodesPage.ID);
        RawPage page = browser.post(shown, "saved", "true", "next", "true").expect(EmailPage.ID);
        RawPage done = browser.post(page, "code", nextCode(user)).expect(DonePage.ID);
        browser.post(done, "finish", "true").tokens();
        return shown.codes();
    }

    /** If there is a choice. */
    private static RawPage chooseEmail(RawBrowser browser, RawPage page) {
        return page.id().equals(MethodPage.ID) ? browser.post(page, "method", "email", "next", "true") : page;
    }

    /** A login up to the challenge, which has sent a code. */
    RawPage toChallenge(RawBrowser browser, User user) {
        return browser.login(user).expect(ChallengePage.ID);
    }
}
