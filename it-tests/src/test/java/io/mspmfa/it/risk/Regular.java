// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;

/** Somebody with an app who has passed a second factor at home, in this browser. */
record Regular(Tenant tenant, User user, RawBrowser browser, Phone phone) {
    static final String COOKIE = "MSP_MFA_KNOWN_";

    static Regular in(Tenant tenant) {
        User user = tenant.user();
        RawBrowser browser = new RawBrowser(tenant).from(Behind.HOME);
        return new Regular(
                tenant, user, browser, Story.enrol(tenant, user, browser).phone());
    }

    /** A new login in this browser. */
    RawPage loginFrom(String address, String... parameters) {
        browser.keepOnly("MSP_MFA_");
        return browser.from(address).login(user, parameters);
    }

    /** A new login in a browser that nobody has seen. */
    RawPage strangerFrom(String address) {
        return new RawBrowser(tenant).from(address).login(user);
    }

    /** The same with a second factor. */
    RawPage proveFrom(String address) {
        RawPage challenge = loginFrom(address).expect(ChallengePage.ID);
        return browser.post(challenge, "code", phone.freshCode());
    }

    /** Details of the last login that finished. */
    JsonNode lastLogin() {
        return tenant.events().of(user, "LOGIN").get(0).path("details");
    }

    String reasons() {
        return lastLogin().path("msp_mfa_risk").asText();
    }

    int score() {
        return Integer.parseInt(lastLogin().path("msp_mfa_score").asText());
    }

    String why() {
        return tenant.admin()
                .get("/" + tenant.name() + "/msp-mfa/users/" + user.id())
                .path("why")
                .toString();
    }

    String history() {
        return tenant.probe().storedHistory(user.id());
    }
}
