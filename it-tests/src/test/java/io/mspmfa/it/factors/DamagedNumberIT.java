// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Phone numbers that can't be read, beside a factor that can. */
class DamagedNumberIT {

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.managed(Policy.optional().methods("totp", "sms").defaultMethod("sms"));

    static Stream<Damaged> damage() {
        return Stream.concat(Damaged.anyKind().stream(), Damaged.numbers().stream());
    }

    @ParameterizedTest
    @MethodSource("damage")
    void A3_R5_aDamagedNumberBesideAnAppIsSkipped(Damaged damaged) {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, "msp-sms");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
        var tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(tokens.signedIn()).isTrue();
        browser.get(TENANT.uri("/msp-mfa/")).expect(ManagePage.ID);
        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
        assertThat(Damaged.logOf(TENANT, id)).as("the log names it once").hasSize(1);
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }
}
