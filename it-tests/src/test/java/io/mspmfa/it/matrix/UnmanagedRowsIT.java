// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In a realm that has neither policy nor floor, the server with our JAR behaves like stock Keycloak: nothing is
 * requested or refused.
 */
class UnmanagedRowsIT {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static List<Scene> scenes;

    /** What works on stock Keycloak. */
    enum Stock {
        PASSWORD_GRANT,
        DEVICE,
        CIBA,
        JWT_GRANT,
        BROKER,
        REGISTRATION,
        SAML_BY_SERVICE_PROVIDER,
        SAML_BY_IDENTITY_PROVIDER,
        RESET_CREDENTIALS
    }

    @BeforeAll
    static void makeRealm() {
        scenes = List.of(new Scene(Tenant.unmanaged(), false), new Scene(Tenant.unmanaged(), false, true));
    }

    @AfterAll
    static void deleteRealm() {
        scenes.forEach(
                scene -> scene.tenant().admin().delete("/" + scene.tenant().name()));
    }

    @ParameterizedTest
    @EnumSource
    void everyGrantWorksAsOnStock(Stock row) {
        for (Scene scene : scenes) {
            Loot loot = scene.underItsCaches(() -> attack(scene, row));

            assertThat(loot.tokens()).as(loot.toString()).isTrue();
        }
    }

    @Test
    void refreshExchangeAndServiceAccountsWorkAsOnStock() {
        for (Scene scene : scenes) {
            scene.underItsCaches(() -> {
                assertSessionsGoOn(scene);
                return scene;
            });
        }
    }

    private static void assertSessionsGoOn(Scene scene) {
        String exchanger = GrantAttacks.exchanger(scene);
        String service = Clients.unique("service");
        Clients.add(scene, Clients.confidential(service).put("serviceAccountsEnabled", true));
        TokenResult tokens = scene.honestLogin(new RawBrowser(scene.tenant()), scene.victim());

        assertThat(TestApp.refresh(scene.tenant(), tokens).signedIn()).isTrue();
        assertThat(GrantAttacks.exchange(scene.tenant(), exchanger, tokens).signedIn())
                .isTrue();
        assertThat(Clients.tokens(scene.tenant(), service, "client_credentials").signedIn())
                .isTrue();
    }

    /** In a separate realm, because it ends the administrator's session. */
    @Test
    void impersonationWorksAsOnStock() {
        Scene own = new Scene(Tenant.unmanaged(), false);

        Loot loot = ImpersonationRowsIT.impersonate(own, own.tenant().user());

        assertThat(loot.tokens()).as(loot.toString()).isTrue();
        own.tenant().admin().delete("/" + own.tenant().name());
    }

    private static Loot attack(Scene scene, Stock row) {
        User victim = scene.victim();
        return switch (row) {
            case PASSWORD_GRANT -> GrantAttacks.passwordGrant(scene, victim);
            case DEVICE -> GrantAttacks.device(scene, victim);
            case CIBA -> GrantAttacks.ciba(scene, victim);
            case JWT_GRANT -> GrantAttacks.jwtGrant(scene, victim);
            case BROKER -> {
                HomeRealm home = HomeRealm.of(scene);
                RawBrowser browser = new RawBrowser(scene.tenant());
                yield Loot.of(scene, victim, home.signIn(browser, home.linkedTo(victim)));
            }
            case REGISTRATION -> RegistrationRowsIT.register(scene);
            case SAML_BY_SERVICE_PROVIDER ->
                SamlRowsIT.passwordLogin(scene, victim, SamlRowsIT.Start.BY_SERVICE_PROVIDER);
            case SAML_BY_IDENTITY_PROVIDER ->
                SamlRowsIT.passwordLogin(scene, victim, SamlRowsIT.Start.BY_IDENTITY_PROVIDER);
            case RESET_CREDENTIALS -> {
                MailHolder thief = new MailHolder(scene, victim);
                yield Loot.of(scene, victim, thief.open(thief.forgetPassword()));
            }
        };
    }
}
