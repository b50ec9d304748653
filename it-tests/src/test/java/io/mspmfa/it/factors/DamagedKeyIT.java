// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Devices;
import io.mspmfa.it.browser.SecurityKey;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.AppPage;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.KeyPage;
import io.mspmfa.it.pages.ManagePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Flows;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.Texts;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Security keys and passkeys that can't be read, beside factors that can. */
class DamagedKeyIT {

    @RegisterExtension
    static final Tenant TENANT =
            Tenant.managed(Policy.optional().methods("totp", "webauthn").defaultMethod("webauthn"));

    @RegisterExtension
    final Devices devices = new Devices(TENANT);

    static Stream<Damaged> damage() {
        return Stream.concat(Damaged.anyKind().stream(), Damaged.keys().stream());
    }

    @ParameterizedTest
    @MethodSource("damage")
    void A3_R5_aDamagedKeyBesideAnAppIsSkipped(Damaged damaged) {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);
        String id = damaged.plant(TENANT, ada, "webauthn");
        String passkey = damaged.plant(TENANT, ada, "webauthn-passwordless");
        RawBrowser browser = new RawBrowser(TENANT);

        RawPage challenge = browser.login(ada).expect(ChallengePage.ID);
        var tokens =
                browser.post(challenge, "code", enrolled.phone().freshCode()).tokens();

        assertThat(tokens.signedIn()).isTrue();
        browser.get(TENANT.uri("/msp-mfa/")).expect(ManagePage.ID);
        for (String key : List.of(id, passkey)) {
            assertThat(Damaged.entry(TENANT, ada, key).path("unreadable").asBoolean())
                    .isTrue();
            assertThat(Damaged.logOf(TENANT, key)).as("the log names it once").hasSize(1);
        }
        assertThat(TENANT.server().log()).doesNotContain(Damaged.SECRET);
    }

    @ParameterizedTest
    @MethodSource("damage")
    void A3_aDamagedKeyBesideAGoodOneIsSkipped(Damaged damaged) {
        User ada = TENANT.user();
        Device laptop = register(ada);
        String id = damaged.plant(TENANT, ada, "webauthn");

        laptop.login(ada).on(KeyPage::new).touch();
        var tokens = laptop.on(AppPage::new).result();
        laptop.open(TENANT.uri("/msp-mfa/"));

        assertThat(tokens.signedIn()).isTrue();
        assertThat(laptop.on(ManagePage::new).text()).contains(Texts.en("mspMfaManageUnreadable"));
        assertThat(Damaged.entry(TENANT, ada, id).path("unreadable").asBoolean())
                .isTrue();
    }

    /** The flow would lead to Keycloak's own page, which can't show a key that it can't read. */
    @Test
    void A3_inAFlowThatAsksForKeysOurPageAsksInstead() {
        User ada = TENANT.user();
        Device laptop = register(ada);
        String id = new Damaged(null, Damaged.SECRET).plant(TENANT, ada, "webauthn");
        new Flows(TENANT).require("browser", "webauthn-authenticator", "ALTERNATIVE");
        try {
            laptop.login(ada).on(KeyPage::new).touch();
            TokenResult tokens = laptop.on(AppPage::new).result();
            assertThat(Damaged.inAccountConsole(TENANT, tokens)).contains(id).doesNotContain(Damaged.SECRET);
        } finally {
            new Flows(TENANT).require("browser", "webauthn-authenticator", "DISABLED");
        }
    }

    private Device register(User user) {
        Device laptop = devices.open();
        SecurityKey.plugInto(laptop);
        laptop.login(user, "kc_action", "webauthn-register");
        Story.registerKey(laptop);
        TENANT.admin().post(TENANT.userPath(user) + "/logout", "{}");
        return laptop;
    }
}
