// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.DisablePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.pages.VerifyTotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The events of the contract (A57, style 10). */
class EventsIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @Test
    void A31_A57_theSetUpRecordsBothCredentials() {
        var ada = TENANT.user();

        Story.enrol(TENANT, ada);

        assertThat(types(ada, "UPDATE_CREDENTIAL")).containsExactlyInAnyOrder("otp", "msp-backup-codes");
        assertThat(TENANT.events().of(ada, "UPDATE_CREDENTIAL"))
                .allSatisfy(event -> assertThat(detail(event, "credential_id")).isNotEmpty());
    }

    @Test
    void A57_theLoginEventNamesItsMethod() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);

        RawBrowser laptop = new RawBrowser(TENANT);
        laptop.post(Story.toChallenge(laptop, ada), "code", enrolled.phone().freshCode());
        assertThat(detail(newest(ada, "LOGIN"), "msp_mfa_method")).isEqualTo("totp");

        RawBrowser tablet = new RawBrowser(TENANT);
        RawPage done = Story.loginByBackupCode(tablet, ada, enrolled.code(0)).expect(DonePage.ID);
        tablet.post(done, "finish", "true");
        assertThat(detail(newest(ada, "LOGIN"), "msp_mfa_method")).isEqualTo("backup-code");
    }

    @Test
    void A57_wrongCodesAreRecordedWithTheirMethod() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);

        RawBrowser laptop = new RawBrowser(TENANT);
        laptop.post(Story.toChallenge(laptop, ada), "code", enrolled.phone().wrongCode());
        assertFailure(newest(ada, "LOGIN_ERROR"), "totp");

        Story.loginByBackupCode(new RawBrowser(TENANT), ada, "00000-00000-00000");
        assertFailure(newest(ada, "LOGIN_ERROR"), "backup-code");
    }

    @Test
    void A57_wrongCodesOfTheSetUpAreRecorded() {
        var ada = TENANT.user();
        RawBrowser laptop = new RawBrowser(TENANT);
        RawPage scan = laptop.login(ada, "kc_action", "msp-mfa-setup").expect(TotpPage.ID);
        Phone phone = Phone.typeIn(scan.key(), TENANT.clock());
        RawPage shown = laptop.post(scan, "next", "true").expect(BackupCodesPage.ID);
        RawPage verify = laptop.post(shown, "saved", "true", "next", "true").expect(VerifyTotpPage.ID);

        laptop.post(verify, "otp1", phone.wrongCode(), "otp2", phone.code(1), "verify", "true");

        assertFailure(newest(ada, "UPDATE_CREDENTIAL_ERROR"), "totp");
    }

    @Test
    void A57_switchingOffRecordsBothRemovals() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser laptop = new RawBrowser(TENANT);
        RawPage challenge = laptop.login(ada, "kc_action", "msp-mfa-disable");
        RawPage form =
                laptop.post(challenge, "code", enrolled.phone().freshCode()).expect(DisablePage.ID);

        RawPage again = laptop.post(form, "backupCode", "00000-00000-00000").expect(DisablePage.ID);
        assertFailure(newest(ada, "REMOVE_CREDENTIAL_ERROR"), "backup-code");
        laptop.post(again, "backupCode", enrolled.code(0));

        assertThat(types(ada, "REMOVE_CREDENTIAL")).containsExactlyInAnyOrder("otp", "msp-backup-codes");
    }

    @Test
    void A57_newBackupCodesAreRecorded() {
        var ada = TENANT.user();
        var enrolled = Story.enrol(TENANT, ada);
        RawBrowser laptop = new RawBrowser(TENANT);
        RawPage challenge = laptop.login(ada, "kc_action", "msp-mfa-backup-codes");
        RawPage shown =
                laptop.post(challenge, "code", enrolled.phone().freshCode()).expect(BackupCodesPage.ID);

        laptop.post(shown, "saved", "true", "next", "true");

        assertThat(types(ada, "UPDATE_CREDENTIAL"))
                .containsExactlyInAnyOrder("otp", "msp-backup-codes", "msp-backup-codes");
    }

    private static void assertFailure(JsonNode event, String method) {
        assertThat(event.path("error").asText()).isEqualTo("invalid_user_credentials");
        assertThat(detail(event, "msp_mfa_method")).isEqualTo(method);
    }

    private static JsonNode newest(User user, String type) {
        List<JsonNode> events = TENANT.events().of(user, type);
        assertThat(events).as(type).isNotEmpty();
        return events.get(0);
    }

    private static List<String> types(User user, String type) {
        return TENANT.events().of(user, type).stream()
                .map(event -> detail(event, "credential_type"))
                .toList();
    }

    private static String detail(JsonNode event, String name) {
        return event.path("details").path(name).asText();
    }
}
