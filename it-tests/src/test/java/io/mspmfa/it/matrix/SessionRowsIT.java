// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user signed in by password before MFA was required, and continues to use that session (V17, A13, F11). */
class SessionRowsIT {

    private static final String[] OFFLINE = {"scope", "openid offline_access"};

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @Test
    void A13_ssoCookie() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    assertThat(browser.login(user).signedIn()).isTrue();
                    scene.enforce();
                    scene.giveApp(user);
                    return Loot.of(scene, user, browser.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT)));
                })
                .worksOnStock()
                .endsInTheOldSessionAt(ChallengePage.ID);
    }

    @Test
    void A13_ssoCookieOfSomebodyWithoutApp() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    assertThat(browser.login(user).signedIn()).isTrue();
                    scene.enforce();
                    return Loot.of(scene, user, browser.get(TestApp.loginUriOf(scene.tenant(), TestApp.OTHER_CLIENT)));
                })
                .worksOnStock()
                .endsInTheOldSessionAt(TotpPage.ID, LoginPage.ID);
    }

    /** The browser has been closed since: nothing remains of the session except the persistent cookies. */
    @Test
    void A13_rememberMe() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    RawPage login =
                            browser.get(TestApp.loginUri(scene.tenant())).expect(LoginPage.ID);
                    RawPage app = browser.post(
                            login, "username", user.username(), "password", user.password(), "rememberMe", "on");
                    assertThat(app.signedIn()).isTrue();
                    browser.forgetCookie("AUTH_SESSION_ID");
                    browser.forgetCookie("KC_AUTH_SESSION_HASH");
                    scene.enforce();
                    scene.giveApp(user);
                    return Loot.of(scene, user, browser.get(TestApp.loginUri(scene.tenant())));
                })
                .worksOnStock()
                .endsInTheOldSessionAt(ChallengePage.ID);
    }

    @Test
    void A13_promptNone() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    assertThat(browser.login(user).signedIn()).isTrue();
                    scene.enforce();
                    scene.giveApp(user);
                    return Loot.of(scene, user, browser.get(TestApp.loginUri(scene.tenant(), "prompt", "none")));
                })
                .worksOnStock()
                .endsInTheOldSessionAt("interaction_required");
    }

    /** Documented: a live session is left alone unless the reseller ends it. It ends when it expires. */
    @Test
    void V17_refreshFromBefore() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = TestApp.passwordGrant(scene.tenant(), user);
                    scene.enforce();
                    Loot loot = Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                    scene.tenant().clock().forward(Duration.ofHours(11));
                    assertThat(TestApp.refresh(scene.tenant(), old).signedIn()).isFalse();
                    return loot;
                })
                .worksOnStock()
                .staysOpenAsDocumented();
    }

    @Test
    void V17_refreshFromBeforeIfTheResellerEndsSessions() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = TestApp.passwordGrant(scene.tenant(), user);
                    scene.enforceAndEndSessions();
                    return Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                })
                .worksOnStock()
                .endsAt("invalid_grant");
    }

    @Test
    void V17_offlineTokenFromBefore() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = offlineGrant(scene, user);
                    scene.enforce();
                    return Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                })
                .worksOnStock()
                .staysOpenAsDocumented();
    }

    @Test
    void V17_offlineTokenFromBeforeIfTheResellerEndsSessions() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = offlineGrant(scene, user);
                    scene.enforceAndEndSessions();
                    return Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                })
                .worksOnStock()
                .endsAt("invalid_grant");
    }

    /** The tenant's administrator moves the time before which no token is valid. */
    @Test
    void V17_theTenantUndoesTheRevocation() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = offlineGrant(scene, user);
                    scene.enforceAndEndSessions();
                    scene.admin()
                            .changeRealm(realm -> realm.put("notBefore", 0))
                            .ok();
                    return Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                })
                .worksOnStock()
                .endsAt("invalid_grant", "interaction_required");
    }

    /** A session created after the change doesn't count as an old one. */
    @Test
    void V17_offlineTokenRequestedAfterwards() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    scene.enforce();
                    return Loot.of(scene, user, TestApp.grant(scene.tenant(), "password", withPassword(user)));
                })
                .worksOnStock()
                .endsAt("interaction_required", "invalid_grant");
    }

    /**
     * The time of the revocation outlives the floor: a session from before it doesn't count as older than the next
     * floor.
     */
    @Test
    void V17_theFloorIsSetAgainAfterTheRevocation() {
        matrix.rowFromBefore(scene -> {
                    User user = scene.tenant().user();
                    TokenResult old = offlineGrant(scene, user);
                    scene.enforceAndEndSessions();
                    if (scene.isManaged()) {
                        scene.putFloorAnew();
                    }
                    scene.admin()
                            .changeRealm(realm -> realm.put("notBefore", 0))
                            .ok();
                    return Loot.of(scene, user, TestApp.refresh(scene.tenant(), old));
                })
                .worksOnStock()
                .endsAt("invalid_grant", "interaction_required");
    }

    /** Legitimate: the offline session begins when an app asks for it, hours after the login with the proof. */
    @Test
    void V17_offlineAccessRequestedLongAfterTheLogin() {
        matrix.inManagedRealms(scene -> {
            scene.enforce();
            scene.tenant().change(realm -> realm.put("ssoSessionIdleTimeout", 4 * 3600));
            User user = scene.victim();
            RawBrowser browser = new RawBrowser(scene.tenant());
            scene.honestLogin(browser, user);
            scene.tenant().clock().forward(Duration.ofHours(2));

            TokenResult tokens =
                    browser.get(TestApp.offlineLoginUri(scene.tenant())).tokens();

            assertThat(tokens.claim("scope")).contains("offline_access");
            TokenResult next = TestApp.refresh(scene.tenant(), tokens);
            assertThat(next.signedIn()).as(next.body().toString()).isTrue();
            signOut(scene, user);
            TokenResult last = TestApp.refresh(scene.tenant(), next);
            assertThat(last.signedIn()).as(last.body().toString()).isTrue();
        });
    }

    /** Ends the session in the browser; the offline session continues. */
    private static void signOut(Scene scene, User user) {
        String sessions = scene.tenant().userPath(user) + "/sessions";
        String id = scene.tenant().admin().get(sessions).path(0).path("id").asText();
        scene.tenant().admin().delete("/" + scene.tenant().name() + "/sessions/" + id);
    }

    private static TokenResult offlineGrant(Scene scene, User user) {
        TokenResult tokens = TestApp.grant(scene.tenant(), "password", withPassword(user));
        assertThat(tokens.signedIn()).as(tokens.body().toString()).isTrue();
        return tokens;
    }

    private static String[] withPassword(User user) {
        return new String[] {"username", user.username(), "password", user.password(), OFFLINE[0], OFFLINE[1]};
    }
}
