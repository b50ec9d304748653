// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Directory;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last use of a factor is forgotten with the factor. */
class LastUsedForgottenIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @Test
    void R28_aResetForgetsIt() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().post(status(ada) + "/reset", "{\"reason\": \"lost\"}");

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void switchingOffForgetsItAlsoOfTheBackupCodeThatDidSo() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String app = idOf(ada, "otp");
        String codes = idOf(ada, "msp-backup-codes");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-disable").expect(ChallengePage.ID);
        RawPage page = browser.post(challenge, "code", enrolled.phone().freshCode());
        assertThat(TENANT.probe().storedUses()).contains(app);

        browser.post(page, "backupCode", enrolled.code(0));

        assertThat(TENANT.hasCredential(ada, "otp")).isFalse();
        assertThat(TENANT.probe().storedUses()).doesNotContain(app, codes);
    }

    @Test
    void aNewAppForgetsThatOfTheOldOne() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String old = idOf(ada, "otp");
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(ada, "kc_action", "msp-mfa-setup").expect(ChallengePage.ID);
        RawPage scan = browser.post(challenge, "code", enrolled.phone().freshCode());
        assertThat(TENANT.probe().storedUses()).contains(old);

        Story.setUp(TENANT, browser, scan);

        assertThat(idOf(ada, "otp")).isNotEqualTo(old);
        assertThat(TENANT.probe().storedUses()).doesNotContain(old, idOf(ada, "otp"));
    }

    @Test
    void theAdminConsoleForgetsThatOfARemovedCredential() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().delete(TENANT.userPath(ada) + "/credentials/" + app);

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void nothingIsKeptOfADeletedUser() {
        User ada = usedByAda();
        String app = idOf(ada, "otp");

        TENANT.admin().delete(TENANT.userPath(ada));

        assertThat(TENANT.probe().storedUses()).doesNotContain(app);
    }

    @Test
    void nothingIsKeptOfUsersWhoDisappearedWithTheirDirectory() {
        Directory directory = Directory.addTo(TENANT);
        User user = directory.user(1);
        grant(user, Story.enrol(TENANT, user));
        String app = idOf(user, "otp");
        assertThat(TENANT.probe().storedUses()).contains(app);
        assertThat(listed("readonly1")).as("in the status list").isEqualTo(1);
        User ada = usedByAda();

        directory.remove();

        assertThat(TENANT.probe().storedUses()).doesNotContain(app).contains(idOf(ada, "otp"));
        assertThat(listed("readonly1")).as("in the status list").isZero();
    }

    private static User usedByAda() {
        User ada = TENANT.user();
        grant(ada, Story.enrol(TENANT, ada));
        assertThat(TENANT.probe().storedUses()).contains(idOf(ada, "otp"));
        return ada;
    }

    private static void grant(User user, Enrolled enrolled) {
        assertThat(TestApp.passwordGrant(TENANT, user, "otp", enrolled.phone().freshCode())
                        .signedIn())
                .isTrue();
    }

    private static int listed(String name) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users?search=" + name)
                .path("items")
                .size();
    }

    private static String idOf(User user, String type) {
        for (JsonNode factor : TENANT.admin().get(status(user)).path("factors")) {
            if (factor.path("type").asText().equals(type)) {
                return factor.path("id").asText();
            }
        }
        throw new AssertionError("No " + type);
    }

    private static String status(User user) {
        return "/" + TENANT.name() + "/msp-mfa/users/" + user.id();
    }
}
