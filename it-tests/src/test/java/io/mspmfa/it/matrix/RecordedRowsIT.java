// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.Story;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Http;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.ChallengePage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an extension cannot prevent: the tenant's administrator acts on a user, or becomes the one who signs tokens or
 * reads e-mail. This works as on stock Keycloak, but the reseller sees each action in master, and who did it.
 */
class RecordedRowsIT {

    private static final String NEW_PASSWORD = "another horse battery staple";
    private static final String CHOSEN = "attackerchosensecret";

    @RegisterExtension
    final Matrix matrix = Matrix.perRow();

    @BeforeEach
    void masterKeepsAdminEvents() {
        ObjectNode master = Administrator.JSON.createObjectNode();
        matrix.managed()
                .tenant()
                .admin()
                .put("/master", master.put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", true));
    }

    /** An app is still required, but it is the one that the administrator sets up. */
    @Test
    void A55_theFactorAndThePasswordOfAUserAreReset() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    Administrator admin = scene.admin();
                    admin.delete("/users/" + victim.id() + "/credentials/" + admin.idOfCredential(victim, "otp"))
                            .ok();
                    User owned = takePassword(admin, victim);
                    RawBrowser browser = new RawBrowser(scene.tenant());
                    RawPage page = browser.login(owned);
                    if (scene.isManaged()) {
                        Story.setUp(scene.tenant(), browser, page.expect(TotpPage.ID));
                        page = browser.get(TestApp.loginUri(scene.tenant()));
                    }
                    return Loot.of(scene, victim, page);
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("users/");
    }

    @Test
    void A57_anAppIsImportedForAUser() {
        matrix.row(scene -> {
                    User victim = scene.newcomer();
                    Administrator admin = scene.admin();
                    User owned = takePassword(admin, victim);
                    admin.change("/users/" + victim.id(), user -> {
                                user.putArray("requiredActions");
                                user.putArray("credentials").add(app());
                            })
                            .ok();
                    return loginWithOwnApp(scene, owned);
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("users/");
    }

    @Test
    void A57_aUserIsOverwrittenByAPartialImport() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    ObjectNode json = Administrator.JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
                    ObjectNode user = json.putArray("users").addObject();
                    user.put("username", victim.username()).put("email", victim.email());
                    user.put("firstName", "Ada").put("lastName", "Lovelace").put("enabled", true);
                    user.putArray("credentials").add(password()).add(app());
                    scene.admin().post("/partialImport", json).ok();
                    return loginWithOwnApp(scene, new User("", victim.username(), victim.email(), NEW_PASSWORD));
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("users/");
    }

    /**
     * Whoever controls the identity provider can sign in through it, and by default brokered users are not asked for a
     * factor.
     */
    @Test
    void A57_anIdentityProviderIsAddedByAPartialImport() {
        matrix.row(scene -> {
                    ObjectNode json = Administrator.JSON.createObjectNode().put("ifResourceExists", "FAIL");
                    ObjectNode provider = json.putArray("identityProviders").addObject();
                    provider.put("alias", "own").put("providerId", "oidc").put("enabled", true);
                    provider.putObject("config")
                            .put("clientId", "keycloak")
                            .put("clientSecret", CHOSEN)
                            .put("authorizationUrl", "https://attacker.test/auth")
                            .put("tokenUrl", "https://attacker.test/token");
                    Answer answer = scene.admin().post("/partialImport", json);
                    boolean added = answer.json().path("added").asInt() == 1;
                    return new Loot(added, 0, "", answer.body());
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("identity-provider");
    }

    /** Whoever has the key can sign in as anyone, and no login takes place in which a factor could be requested. */
    @Test
    void A57_aSigningKeyIsImported() {
        matrix.row(scene -> {
                    User victim = scene.victim();
                    OwnKey key = OwnKey.importedBy(scene.admin());
                    Answer answer = Http.to(scene.tenant().uri("/protocol/openid-connect/userinfo"))
                            .bearer(key.tokenFor(scene.tenant(), victim))
                            .get();
                    boolean known = answer.status() == 200 && answer.body().contains(victim.id());
                    return new Loot(known, scene.tenant().sessions(victim), "", answer.body());
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("components");
    }

    @Test
    void A57_emailsAreSentThroughTheTenantsOwnServer() {
        matrix.row(scene -> {
                    Answer answer = scene.admin()
                            .changeRealm(realm -> realm.putObject("smtpServer")
                                    .put("host", "mail.attacker.test")
                                    .put("from", "keycloak@attacker.test"));
                    return new Loot(answer.status() == 204, 0, "", answer.body());
                })
                .worksOnStock()
                .staysOpenAsDocumented();
        assertRecorded("realm");
    }

    private static Loot loginWithOwnApp(Scene scene, User owned) {
        Phone phone = Phone.withStockSecret(CHOSEN, scene.tenant().clock());
        RawBrowser browser = new RawBrowser(scene.tenant());
        RawPage page = browser.login(owned).expect(scene.codePage());
        String field = page.id().equals(ChallengePage.ID) ? "code" : "otp";
        RawPage app = browser.post(page, field, phone.freshCode());
        return new Loot(app.signedIn(), 0, app.id(), app.text());
    }

    private static User takePassword(Administrator admin, User victim) {
        admin.put("/users/" + victim.id() + "/reset-password", password()).ok();
        return new User(victim.id(), victim.username(), victim.email(), NEW_PASSWORD);
    }

    private static ObjectNode password() {
        return Administrator.JSON.createObjectNode().put("type", "password").put("value", NEW_PASSWORD);
    }

    private static ObjectNode app() {
        ObjectNode app = Administrator.JSON.createObjectNode().put("type", "otp");
        app.put("createdDate", System.currentTimeMillis()); // after the server's start
        app.put("secretData", "{\"value\":\"" + CHOSEN + "\"}");
        return app.put(
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }

    /** Master has one of our events about this tenant, which says what was changed and by whom. */
    private void assertRecorded(String what) {
        matrix.inManagedRealms(scene -> {
            String prefix = "tenants/" + scene.tenant().name() + "/" + what;
            JsonNode events = scene.tenant().admin().get("/master/admin-events?max=500");
            List<JsonNode> ours = StreamSupport.stream(events.spliterator(), false)
                    .filter(event -> event.path("resourceType").asText().equals("MSP_MFA"))
                    .filter(event -> event.path("resourcePath").asText().startsWith(prefix))
                    .toList();
            assertThat(ours)
                    .as("events in master under %s, of %s", prefix, events)
                    .isNotEmpty();
            assertThat(ours.toString())
                    .as("names the actor")
                    .contains(scene.admin().self().id());
            assertThat(ours.toString()).as("no secret").doesNotContain(CHOSEN, NEW_PASSWORD, "PRIVATE KEY");
        });
    }
}
