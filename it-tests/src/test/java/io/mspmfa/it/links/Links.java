// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.links;

import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;

/** Enrolment links as created by an administrator, and the way through their pages. */
final class Links {
    private final Tenant tenant;

    Links(Tenant tenant) {
        this.tenant = tenant;
    }

    URI create(User user) {
        return tenant.enrolmentLink(user);
    }

    /** Goes up to the page that asks for two codes. */
    AtCodes toCodes(RawBrowser browser, URI link) {
        RawPage start = browser.get(link).expect(TotpPage.ID);
        RawPage scan = browser.post(start, "generate", "true").expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), tenant.clock());
        RawPage codes = browser.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = browser.post(codes, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);
        return new AtCodes(browser, phone, verify);
    }

    /** Goes through all pages. */
    RawPage follow(RawBrowser browser, URI link) {
        return toCodes(browser, link).finish();
    }

    /** The state before the last step. */
    record AtCodes(RawBrowser browser, Phone phone, RawPage page) {
        RawPage finish() {
            List<String> pair = phone.pair();
            return browser.post(page, "otp1", pair.get(0), "otp2", pair.get(1), "verify", "true");
        }

        RawPage fail() {
            return browser.post(page, "otp1", phone.wrongCode(), "otp2", phone.wrongCode(), "verify", "true");
        }
    }
}
