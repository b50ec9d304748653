// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.BackupCodePage;
import io.mspmfa.it.pages.BackupCodesPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.DonePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets of backup codes and of Keycloak's recovery codes that can't be read, beside factors that can. */
class DamagedCodesIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    static Stream<Damaged> backupCodes() {
        return Stream.concat(Damaged.anyKind().stream(), Damaged.backupCodes().stream());
    }

    static Stream<Damaged> recoveryCodes() {
        return Stream.concat(Damaged.anyKind().stream(), Damaged.recoveryCodes().stream());
    }

    @ParameterizedTest
    @MethodSource("backupCodes")
    void L18_R5_aDamagedSetOfBackupCodesIsSkipped(Damaged damaged) {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, "msp-backup-codes");

        RawPage byCode = Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(2));
        TokenResult tokens = assertAppWorks(ada, enrolled);

        byCode.expect(DonePage.ID);
        assertThat(Damaged.inAccountConsole(TENANT, tokens)).contains(id).doesNotContain(Damaged.SECRET);
        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
        assertThat(Damaged.logOf(TENANT, id)).as("the log names it once").hasSize(1);
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }

    @Test
    void A42_aNewSetReplacesADamagedOne() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        removeBackupCodes(ada);
        String id = new Damaged("{}", "{}").plant(TENANT, ada, "msp-backup-codes");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge =
                browser.login(ada, "kc_action", "msp-mfa-backup-codes").expect(ChallengePage.ID);
        RawPage codes =
                browser.post(challenge, "code", enrolled.phone().freshCode()).expect(BackupCodesPage.ID);
        browser.post(codes, "saved", "true", "next", "true").tokens();

        assertThat(TENANT.credentials(ada).findValuesAsText("id")).doesNotContain(id);
        Story.loginByBackupCode(new RawBrowser(TENANT), ada, codes.codes().get(0))
                .expect(DonePage.ID);
    }

    @Test
    void R22_aCodeForADamagedSetIsAWrongCode() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        removeBackupCodes(ada);
        new Damaged("{}", "{}").plant(TENANT, ada, "msp-backup-codes");

        RawPage refused = Story.loginByBackupCode(new RawBrowser(TENANT), ada, enrolled.code(0));

        assertThat(refused.expect(BackupCodePage.ID).errorAt("backupCode")).isNotBlank();
        assertAppWorks(ada, enrolled);
    }

    @ParameterizedTest
    @MethodSource("recoveryCodes")
    void A1_damagedRecoveryCodesAreSkipped(Damaged damaged) {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, "recovery-authn-codes");

        assertAppWorks(ada, enrolled);

        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }

    /** The flow would lead to Keycloak's own page, which can't show codes that it can't read. */
    @Test
    void A1_inAFlowThatAsksForRecoveryCodesOurPageAsksInstead() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = new Damaged(null, Damaged.SECRET).plant(TENANT, ada, "recovery-authn-codes");
        Flows flows = new Flows(TENANT);
        flows.require("browser", "auth-recovery-authn-code-form", "ALTERNATIVE");
        flows.require("browser", "auth-otp-form", "DISABLED");
        try {
            TokenResult tokens = assertAppWorks(ada, enrolled);
            assertThat(Damaged.inAccountConsole(TENANT, tokens)).contains(id).doesNotContain(Damaged.SECRET);
        } finally {
            flows.require("browser", "auth-recovery-authn-code-form", "DISABLED");
            flows.require("browser", "auth-otp-form", "ALTERNATIVE");
        }
    }

    private static TokenResult assertAppWorks(User user, Enrolled enrolled) {
        RawBrowser browser = new RawBrowser(TENANT);
        RawPage challenge = browser.login(user).expect(ChallengePage.ID);
        TokenResult tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();
        assertThat(tokens.signedIn()).isTrue();
        browser.get(TENANT.uri("/msp-mfa/")).expect(ManagePage.ID);
        return tokens;
    }

    private static void removeBackupCodes(User user) {
        TENANT.credentials(user).forEach(credential -> {
            if (credential.path("type").asText().equals("msp-backup-codes")) {
                TENANT.admin()
                        .delete(TENANT.userPath(user) + "/credentials/"
                                + credential.path("id").asText());
            }
        });
    }
}
