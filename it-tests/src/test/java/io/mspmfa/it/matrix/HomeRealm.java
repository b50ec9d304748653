// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;

/** An identity provider for a tenant: another realm on the same server, in which a password is enough. */
final class HomeRealm {

    static final String ALIAS = "home";

    /** The page on which Keycloak asks whether to link to an existing user. */
    static final String CONFIRM_LINK = "login-login-idp-link-confirm";

    private static final String CLIENT = "tenants";
    private static final String PASSWORD = "home password of ada";

    private final Scene scene;
    private final Tenant home;

    private HomeRealm(Scene scene, Tenant home) {
        this.scene = scene;
        this.home = home;
    }

    /** Registered by the tenant's administrator. */
    static HomeRealm of(Scene scene) {
        Tenant tenant = scene.tenant();
        Tenant home = Tenant.on(tenant::server).create();
        String endpoint = tenant.uri("/broker/" + ALIAS + "/endpoint").toString();
        home.admin().post("/" + home.name() + "/clients", Clients.confidential(CLIENT, endpoint));
        scene.admin().post("/identity-provider/instances", provider(home)).ok();
        return new HomeRealm(scene, home);
    }

    /** An account there with this user name and address. */
    User accountLike(String username, String email) {
        ObjectNode user = Administrator.JSON.createObjectNode();
        user.put("username", username).put("email", email).put("emailVerified", true);
        user.put("firstName", "Ada").put("lastName", "Lovelace").put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        String id = home.admin().post("/" + home.name() + "/users", user);
        return new User(id, username, email, PASSWORD);
    }

    /** An account there for a user of the tenant, linked to it. */
    User linkedTo(User local) {
        User account = accountLike(local.username(), local.email());
        ObjectNode link = Administrator.JSON.createObjectNode().put("identityProvider", ALIAS);
        link.put("userId", account.id()).put("userName", account.username());
        scene.admin()
                .post("/users/" + local.id() + "/federated-identity/" + ALIAS, link)
                .ok();
        return account;
    }

    /** Makes each brokered login write a note into the user session. */
    void writeSessionNote(String name, String value) {
        ObjectNode mapper = Administrator.JSON.createObjectNode();
        mapper.put("name", name).put("identityProviderAlias", ALIAS);
        mapper.put("identityProviderMapper", "hardcoded-user-session-attribute-idp-mapper");
        mapper.putObject("config")
                .put("syncMode", "FORCE")
                .put("attribute", name)
                .put("attribute.value", value);
        scene.admin()
                .post("/identity-provider/instances/" + ALIAS + "/mappers", mapper)
                .ok();
    }

    /** Signs in to the tenant's app with an account from here. */
    RawPage signIn(RawBrowser browser, User account, String... loginParameters) {
        String[] all = new String[loginParameters.length + 2];
        System.arraycopy(loginParameters, 0, all, 2, loginParameters.length);
        all[0] = "kc_idp_hint";
        all[1] = ALIAS;
        RawPage login = browser.get(TestApp.loginUri(scene.tenant(), all)).expect(LoginPage.ID);
        return browser.post(login, "username", account.username(), "password", account.password());
    }

    /**
     * Links an account from here to a user of the tenant, as somebody does who knows both passwords: in a flow that asks
     * for no code.
     */
    RawPage linkByPassword(User victim, User account) {
        return linkByPassword(new RawBrowser(scene.tenant()), victim, account);
    }

    /** The same in this browser. */
    RawPage linkByPassword(RawBrowser browser, User victim, User account) {
        FlowBuilder flow = FlowBuilder.topLevel(scene.admin(), "link").add("idp-create-user-if-unique", "ALTERNATIVE");
        flow.inside("link-existing", "ALTERNATIVE")
                .add("idp-confirm-link", "REQUIRED")
                .add("idp-username-password-form", "REQUIRED");
        linkBy("link");
        RawPage confirm = signIn(browser, account).expect(CONFIRM_LINK);
        RawPage password = browser.post(confirm, "submitAction", "linkAccount").expect(LoginPage.ID);
        return browser.post(password, "username", victim.username(), "password", victim.password());
    }

    /** Makes the tenant link accounts with the flow of this alias. */
    private void linkBy(String flow) {
        scene.admin()
                .change("/identity-provider/instances/" + ALIAS, json -> json.put("firstBrokerLoginFlowAlias", flow))
                .ok();
    }

    void end() {
        home.admin().delete("/" + home.name());
    }

    private static ObjectNode provider(Tenant home) {
        String protocol = home.uri("/protocol/openid-connect").toString();
        ObjectNode provider = Administrator.JSON.createObjectNode();
        provider.put("alias", ALIAS).put("providerId", "oidc").put("enabled", true);
        provider.putObject("config")
                .put("issuer", home.uri("").toString())
                .put("authorizationUrl", protocol + "/auth")
                .put("tokenUrl", protocol + "/token")
                .put("jwksUrl", protocol + "/certs")
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("clientId", CLIENT)
                .put("clientSecret", Clients.SECRET)
                .put("clientAuthMethod", "client_secret_post")
                .put("defaultScope", "openid email profile")
                .put("syncMode", "FORCE");
        return provider;
    }
}
