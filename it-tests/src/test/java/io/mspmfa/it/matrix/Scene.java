// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Prelude;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.StockOtpPage;
import io.mspmfa.it.pages.StockTotpSetupPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A realm in which an attack is tried: on stock Keycloak with its default conditional OTP flow, or with the reseller's
 * floor. Where both sides correspond, they are accessed here by a common name.
 */
final class Scene {

    /** The key of every authenticator here, as stored by stock Keycloak. */
    private static final String SECRET = "oldsecretoldsecretol";

    private static final int TOKEN_SECONDS = 3600;

    private final Tenant tenant;
    private final boolean managed;
    private final boolean cold;
    private @Nullable Administrator administrator;
    private boolean enforced;

    Scene(Tenant tenant, boolean managed) {
        this(tenant, managed, false);
    }

    /**
     * @param cold whether each call in an attack finds the caches empty
     */
    Scene(Tenant tenant, boolean managed, boolean cold) {
        this.tenant = tenant.create();
        this.managed = managed;
        this.cold = cold;
        tenant.change(realm -> realm.put("accessTokenLifespan", TOKEN_SECONDS).put("rememberMe", true));
    }

    Tenant tenant() {
        return tenant;
    }

    /** Does something with warm caches, or with empty caches for each call. */
    <T> T underItsCaches(Supplier<T> work) {
        if (!cold) {
            return work.get();
        }
        String realm = tenant.name();
        Prelude.set(realm, () -> tenant.probe().clearCaches());
        try {
            return work.get();
        } finally {
            Prelude.end(realm);
        }
    }

    boolean isManaged() {
        return managed;
    }

    /** From now on MFA is required: by the floor or, as far as stock Keycloak supports it, of every new user. */
    void enforce() {
        if (enforced) {
            return;
        }
        letASecondPass();
        enforced = true;
        if (managed) {
            tenant.setFloor(Policy.required());
        } else {
            String path = "/" + tenant.name() + "/authentication/required-actions/CONFIGURE_TOTP";
            JsonNode action = tenant.admin().get(path);
            tenant.admin()
                    .put(
                            path,
                            action.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
                                    .put("defaultAction", true));
        }
    }

    /** The same, and all sessions end; stock Keycloak has no single call for this. */
    void enforceAndEndSessions() {
        if (managed) {
            letASecondPass();
            enforced = true;
            tenant.setFloorAndEndSessions(Policy.required());
        } else {
            enforce();
        }
    }

    /** The reseller removes the floor, and sets it again. */
    void putFloorAnew() {
        letASecondPass();
        tenant.admin().delete("/" + tenant.name() + "/msp-mfa/floor");
        letASecondPass();
        tenant.setFloor(Policy.required());
        letASecondPass();
    }

    /** Sessions are dated in seconds, so anything earlier must be in an earlier second. */
    private void letASecondPass() {
        tenant.clock().forward(Duration.ofSeconds(2));
    }

    /** The required action on which enforcement depends. */
    String floorAction() {
        return managed ? "msp-mfa" : "CONFIGURE_TOTP";
    }

    /** The page to which a password leads a user who has an app. */
    String codePage() {
        return managed ? ChallengePage.ID : StockOtpPage.ID;
    }

    /** The page to which a password leads a user who has none. */
    String setUpPage() {
        return managed ? TotpPage.ID : StockTotpSetupPage.ID;
    }

    /** A user with an app. As things stand, the password alone is not enough. */
    User victim() {
        User user = tenant.userWithStockOtp(SECRET);
        tenant.changeUser(user, json -> json.putArray("requiredActions"));
        if (enforced) {
            assertThat(new RawBrowser(tenant).login(user).id())
                    .as("before the attack")
                    .isEqualTo(codePage());
        }
        return user;
    }

    /** A new user without an app. As things stand, the password leads to the set-up. */
    User newcomer() {
        User user = tenant.user();
        if (enforced) {
            assertThat(new RawBrowser(tenant).login(user).id())
                    .as("before the attack")
                    .isEqualTo(setUpPage());
        }
        return user;
    }

    /** The app of a victim. */
    Phone phone() {
        return Phone.withStockSecret(SECRET, tenant.clock());
    }

    /** Sets up an app for a user, elsewhere and legitimately. */
    void giveApp(User user) {
        tenant.addStockOtp(user, SECRET);
    }

    /** Signs in legitimately, with password and code. */
    TokenResult honestLogin(RawBrowser browser, User user, String... loginParameters) {
        var page = browser.login(user, loginParameters).expect(codePage());
        TokenResult tokens = browser.post(page, managed ? "code" : "otp", phone().freshCode())
                .tokens();
        assertThat(tokens.signedIn()).as("honest login: %s", tokens.body()).isTrue();
        return tokens;
    }

    /** Ends the user's sessions, so that those created by an attack can be counted. */
    void signOut(User user) {
        tenant.admin().post(tenant.userPath(user) + "/logout", "{}");
    }

    /** An administrator removes the user's factor and ends the sessions. */
    void reset(User user) {
        if (managed) {
            String users = "/" + tenant.name() + "/msp-mfa/users/";
            tenant.admin().post(users + user.id() + "/reset", "{\"reason\": \"lost phone\"}");
        } else {
            Administrator admin = admin();
            admin.delete("/users/" + user.id() + "/credentials/" + admin.idOfCredential(user, "otp"))
                    .ok();
            signOut(user);
        }
    }

    /** Tries the password, and checks where it leads. */
    Loot passwordLogin(User user, String... loginParameters) {
        return Loot.of(this, user, new RawBrowser(tenant).login(user, loginParameters));
    }

    /** What the server refused to the tenant's administrator. */
    List<Answer> refusals() {
        return administrator == null ? List.of() : administrator.refusals();
    }

    /** The tenant's administrator, who currently meets all requirements. */
    Administrator admin() {
        Administrator known = administrator;
        if (known == null) {
            User user = tenant.user();
            makeAdministrator(user);
            known = new Administrator(tenant, user, administratorsToken(user));
            administrator = known;
        }
        return known;
    }

    private String administratorsToken(User user) {
        if (!enforced) {
            return TestApp.passwordGrant(tenant, user).require("access_token");
        }
        tenant.changeUser(user, json -> json.putArray("requiredActions"));
        giveApp(user);
        return TestApp.passwordGrant(tenant, user, "totp", phone().freshCode()).require("access_token");
    }

    private void makeAdministrator(User user) {
        String clients = "/" + tenant.name() + "/clients?clientId=realm-management";
        String client = tenant.admin().get(clients).path(0).path("id").asText();
        JsonNode role = tenant.admin().get("/" + tenant.name() + "/clients/" + client + "/roles/realm-admin");
        tenant.admin().post(tenant.userPath(user) + "/role-mappings/clients/" + client, Administrator.list(role));
    }
}
