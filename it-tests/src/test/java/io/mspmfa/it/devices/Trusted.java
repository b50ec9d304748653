// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;

/** A user with an app, and a browser that is trusted. */
record Trusted(Tenant tenant, User user, Enrolled enrolled, RawBrowser browser) {
    /** What the names of the cookies begin with. */
    static final String COOKIE = "MSP_MFA_DEVICE_";

    static Trusted in(Tenant tenant) {
        return of(tenant, tenant.user(), new RawBrowser(tenant));
    }

    static Trusted of(Tenant tenant, User user, RawBrowser browser) {
        Trusted trusted = new Trusted(tenant, user, Story.enrol(tenant, user), browser);
        RawPage end = trusted.answer("rememberDevice", "true");
        assertThat(end.signedIn()).as(() -> end.id() + ": " + end.text()).isTrue();
        assertThat(browser.cookie(COOKIE)).isNotEmpty();
        return trusted;
    }

    /** A login that is asked, and answered with a code and these further fields. */
    RawPage answer(String... more) {
        browser.keepOnly(COOKIE);
        RawPage challenge = Story.toChallenge(browser, user);
        String[] fields = new String[more.length + 2];
        fields[0] = "code";
        fields[1] = enrolled.phone().freshCode();
        System.arraycopy(more, 0, fields, 2, more.length);
        return browser.post(challenge, fields);
    }

    /** What a new login in the trusted browser leads to. */
    RawPage login(String... parameters) {
        browser.keepOnly(COOKIE);
        return browser.login(user, parameters);
    }

    /** The same in another browser that has a copy of the cookie. */
    RawPage loginWithCopy(String cookie) {
        RawBrowser other = new RawBrowser(tenant);
        other.putCookie(browser.cookieName(COOKIE), cookie, "/realms/" + tenant.name() + "/");
        return other.login(user);
    }

    boolean isTrusted() {
        return login().signedIn();
    }

    boolean isAsked() {
        return login().id().equals(ChallengePage.ID);
    }

    String cookie() {
        return browser.cookie(COOKIE).orElseThrow();
    }
}
