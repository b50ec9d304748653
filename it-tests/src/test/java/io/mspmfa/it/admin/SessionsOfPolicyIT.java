// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a new floor does to existing sessions (F11). */
class SessionsOfPolicyIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.unmanaged();

    @RegisterExtension
    static final Tenant CALM = Tenant.unmanaged();

    @BeforeEach
    void noFloor() {
        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
    }

    @Test
    void F11_aStricterFloorLeavesLiveSessionsAlone() {
        User ada = CALM.user();
        RawBrowser browser = new RawBrowser(CALM);
        TokenResult online = browser.login(ada).tokens();
        TokenResult offline = offline(CALM, ada);

        CALM.clock().forward(Duration.ofSeconds(10));
        CALM.setFloor(Policy.required());

        TokenResult refreshed = TestApp.refresh(CALM, online);
        assertThat(refreshed.signedIn()).as("%s", refreshed.body()).isTrue();
        TokenResult refreshedOffline = TestApp.refresh(CALM, offline);
        assertThat(refreshedOffline.signedIn())
                .as("%s", refreshedOffline.body())
                .isTrue();
        new RawBrowser(CALM).login(ada).expect(TotpPage.ID);
    }

    @Test
    void F11_allSessionsEndIfRequested() {
        User ada = TENANT.user();
        RawBrowser browser = new RawBrowser(TENANT);
        TokenResult online = browser.login(ada).tokens();
        TokenResult offline = offline(TENANT, ada);

        TENANT.setFloorAndEndSessions(Policy.required());

        assertThat(TENANT.sessions(ada)).isZero();
        assertThat(TestApp.refresh(TENANT, online).signedIn()).isFalse();
        assertThat(TestApp.refresh(TENANT, offline).signedIn()).isFalse();
        browser.get(TestApp.loginUri(TENANT)).expect(LoginPage.ID);
        new RawBrowser(TENANT).login(ada).expect(TotpPage.ID);
    }

    @Test
    void F11_removingAFloorCanEndSessionsToo() {
        User ada = TENANT.user();
        TokenResult online = new RawBrowser(TENANT).login(ada).tokens();

        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor?revokeSessions=true");

        assertThat(TestApp.refresh(TENANT, online).signedIn()).isFalse();
        assertThat(TENANT.sessions(ada)).isZero();
    }

    private static TokenResult offline(Tenant tenant, User user) {
        TokenResult tokens = TestApp.grant(
                tenant,
                "password",
                "username",
                user.username(),
                "password",
                user.password(),
                "scope",
                "openid offline_access");
        assertThat(tokens.signedIn()).as("%s", tokens.body()).isTrue();
        return tokens;
    }
}
