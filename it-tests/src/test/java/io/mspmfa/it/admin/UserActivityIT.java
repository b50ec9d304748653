// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users do with their second factors is recorded, and a login isn't (X14). */
class UserActivityIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional().rememberDevice(30));

    private static ActivityRecord record;

    @BeforeAll
    static void asAnAdministratorSeesIt() {
        record = new ActivityRecord(TENANT.admin(), TENANT);
    }

    @Test
    void X14_whatAUserDoesIsRecordedAndALoginIsNot() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        assertThat(record.story(ada)).containsExactly("enrolled", "backup_codes_made");

        login(ada, "code", enrolled.phone().freshCode());
        assertThat(record.story(ada)).as("after an ordinary login").hasSize(2);

        login(ada, "code", enrolled.phone().freshCode(), "rememberDevice", "true");
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0));
        RawBrowser wrong = new RawBrowser(TENANT);
        var page = Story.toChallenge(wrong, ada);
        for (int i = 0; i < 5; i++) {
            page = wrong.post(page, "code", enrolled.phone().wrongCode());
        }

        assertThat(record.story(ada))
                .containsExactly("enrolled", "backup_codes_made", "device_trusted", "backup_code_used", "locked");
        List<JsonNode> items = record.of(ada);
        assertThat(items.get(0).path("by").isNull())
                .as("nobody knows who it was")
                .isTrue();
        assertThat(items.get(0).path("details").path("until").asText()).endsWith("Z");
        assertThat(items.get(1).path("by").path("username").asText()).isEqualTo(ada.username());
        assertThat(items.get(1).path("details").path("left").asInt()).isEqualTo(9);
        enrolled.codes().forEach(code -> assertThat(items.toString()).doesNotContain(code));
    }

    @Test
    void X14_switchingOffIsRecorded() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        RawBrowser browser = new RawBrowser(TENANT);

        var challenge = browser.login(ada, "kc_action", "msp-mfa-disable");
        var disable = browser.post(challenge, "code", enrolled.phone().freshCode());
        browser.post(disable, "backupCode", enrolled.code(0));

        assertThat(record.story(ada))
                .startsWith("enrolled", "backup_codes_made", "backup_code_used")
                .containsOnlyOnce("factor_removed", "backup_codes_removed", "disabled");
    }

    @Test
    void X14_aLinkIsRecordedWithoutItsAddress() {
        User ada = TENANT.user();
        URI link = TENANT.enrolmentLink(ada);
        RawBrowser browser = new RawBrowser(TENANT);
        var start = browser.get(link);
        assertThat(record.story(ada)).as("opening it").containsExactly("link_created");

        var scan = browser.post(start, "generate", "true");
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        var verify = browser.post(browser.post(scan, "next", "true"), "saved", "true", "next", "true");
        browser.post(verify, "otp1", phone.pair().get(0), "otp2", phone.pair().get(1), "verify", "true");

        assertThat(record.story(ada)).containsExactly("link_created", "enrolled", "link_used", "backup_codes_made");
        assertThat(record.of(ada).toString()).doesNotContain(link.getQuery().replaceFirst(".*key=", ""));
    }

    private static void login(User user, String... fields) {
        RawBrowser browser = new RawBrowser(TENANT);
        browser.post(Story.toChallenge(browser, user), fields);
    }
}
