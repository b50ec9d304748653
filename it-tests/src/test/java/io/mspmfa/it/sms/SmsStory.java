// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.MethodPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.SmsPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.function.Function;

/** Steps with codes by text message. */
public final class SmsStory {
    private final Tenant tenant;
    private final Function<String, TextMessage> phones;

    /** By the gateway of the shared server. */
    public SmsStory(Tenant tenant) {
        this(tenant, Gateway.shared()::nextTo);
    }

    /** @param phones waits for the next message to a number */
    SmsStory(Tenant tenant, Function<String, TextMessage> phones) {
        this.tenant = tenant;
        this.phones = phones;
    }

    /** The code in the next message to a number. */
    String nextCode(String number) {
        return phones.apply(number).code();
    }

    /** A code that is not this one. */
    static String wrong(String code) {
        return code.startsWith("9") ? "1" + code.substring(1) : "9" + code.substring(1);
    }

    /** A login of a user without a factor, up to the page that asks for the number. */
    RawPage toNumberPage(RawBrowser browser, User user) {
        RawPage page = browser.login(user);
        return page.id().equals(MethodPage.ID)
                ? browser.post(page, "method", "sms", "next", "true").expect(SmsPage.ID)
                : page.expect(SmsPage.ID);
    }

    /** From the page that asks for the number to the one that asks for the code. */
    RawPage toCodePage(RawBrowser browser, RawPage page, String number) {
        RawPage shown =
                browser.post(page, "phoneNumber", number, "next", "true").expect(BackupCodesPage.ID);
        return browser.post(shown, "saved", "true", "next", "true").expect(SmsPage.ID);
    }

    /** From the login to the app; returns the backup codes. */
    public List<String> enrol(User user, String number) {
        RawBrowser browser = new RawBrowser(tenant);
        RawPage asked = toNumberPage(browser, user);
        RawPage shown =
                browser.post(asked, "phoneNumber", number, "next", "true").expect(BackupCodesPage.ID);
        RawPage page = browser.post(shown, "saved", "true", "next", "true").expect(SmsPage.ID);
        RawPage done = browser.post(page, "code", nextCode(number)).expect(DonePage.ID);
        browser.post(done, "finish", "true").tokens();
        return shown.codes();
    }

    /** Stores a number for a user without any proof, as an administrator of the realm can. */
    void plant(User user, String number) {
        tenant.changeUser(
                user,
                json -> json.putArray("credentials")
                        .addObject()
                        .put("type", "msp-sms")
                        .put("userLabel", "Phone")
                        .put("secretData", "{\"number\": \"" + number + "\"}")
                        .put("credentialData", "{}"));
    }

    /** A login up to the challenge, which has sent a code. */
    RawPage toChallenge(RawBrowser browser, User user) {
        return browser.login(user).expect(ChallengePage.ID);
    }
}
