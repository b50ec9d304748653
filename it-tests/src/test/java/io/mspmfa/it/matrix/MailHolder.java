// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.mail.Mailbox;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.StockTotpSetupPage;
import io.mspmfa.it.pages.UpdatePasswordPage;
import io.mspmfa.it.phone.Phone;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * An attacker who reads another user's e-mail, but has neither password nor factor. Accepts whatever the pages offer,
 * including setting up a new factor.
 */
final class MailHolder {

    static final String NEW_PASSWORD = "another horse battery staple";

    private static final Mailbox MAILBOX = new Mailbox();
    private static final String INFO = "login-info";
    private static final int PAGES = 12;

    private final Scene scene;
    private final User victim;
    private final RawBrowser browser;

    MailHolder(Scene scene, User victim) {
        this.scene = scene;
        this.victim = victim;
        this.browser = new RawBrowser(scene.tenant());
        scene.tenant()
                .change(realm -> realm.putObject("smtpServer")
                        .put("host", scene.tenant().server().testHost())
                        .put("port", Integer.toString(MAILBOX.port()))
                        .put("from", "keycloak@acme.test"));
    }

    /** The attacker's own browser. */
    RawBrowser browser() {
        return browser;
    }

    /** "Forgot password?", in the attacker's own browser. */
    URI forgetPassword() {
        RawPage login = browser.get(TestApp.loginUri(scene.tenant())).expect(LoginPage.ID);
        RawPage question = browser.get(login.forgotPassword()).expect("login-login-reset-password");
        browser.post(question, "username", victim.username()).expect(LoginPage.ID);
        return nextLink();
    }

    /** The link in an e-mail that an administrator has sent to the user. */
    URI actionsLink(String... actions) {
        var body = Administrator.JSON.createArrayNode();
        for (String action : actions) {
            body.add(action);
        }
        scene.admin()
                .put("/users/" + victim.id() + "/execute-actions-email?client_id=" + TestApp.CLIENT, body)
                .ok();
        return nextLink();
    }

    /** The same, for an address that has not been verified yet. */
    URI verifyEmailLink() {
        scene.tenant().changeUser(victim, user -> user.put("emailVerified", false));
        scene.admin()
                .put("/users/" + victim.id() + "/send-verify-email?client_id=" + TestApp.CLIENT, "")
                .ok();
        return nextLink();
    }

    /** Opens the link in the browser in which "forgot password?" was clicked. */
    RawPage open(URI link) {
        return goOn(browser, link);
    }

    /** Opens the link in a browser that has never seen the realm. */
    RawPage openElsewhere(URI link) {
        return goOn(new RawBrowser(scene.tenant()), link);
    }

    /** How many authenticator apps the user has. */
    long apps() {
        JsonNode credentials = scene.tenant().credentials(victim);
        return StreamSupport.stream(credentials.spliterator(), false)
                .filter(credential -> credential.path("type").asText().equals("otp"))
                .count();
    }

    /** Whether the password is the one that the attacker chose. */
    boolean knowsPassword() {
        User thief = new User(victim.id(), victim.username(), victim.email(), NEW_PASSWORD);
        return !new RawBrowser(scene.tenant()).login(thief).id().equals(LoginPage.ID);
    }

    private RawPage goOn(RawBrowser with, URI link) {
        RawPage page = with.get(link);
        for (int i = 0; i < PAGES; i++) {
            RawPage next = step(with, page);
            if (next == page) {
                return page;
            }
            page = next;
        }
        throw new AssertionError("No end of pages at " + page.id());
    }

    private RawPage step(RawBrowser with, RawPage page) {
        if (page.atApp()) {
            return page;
        }
        return switch (page.id()) {
            case INFO -> goesOn(page.link()) ? with.get(page.link()) : page;
            case UpdatePasswordPage.ID ->
                with.post(page, "password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD);
            case StockTotpSetupPage.ID -> setUpStock(with, page);
            default -> page;
        };
    }

    private RawPage setUpStock(RawBrowser with, RawPage page) {
        Map<String, String> fields = page.fields();
        Phone own = Phone.withStockSecret(
                fields.getOrDefault("totpSecret", ""), scene.tenant().clock());
        fields.put("totp", own.code(0));
        fields.put("userLabel", "The mail holder's");
        Form form = new Form();
        fields.forEach(form::add);
        return with.post(page.action(), form);
    }

    private static boolean goesOn(URI link) {
        return link.getPath().contains("/login-actions/action-token");
    }

    /** The link in the next e-mail to anyone. */
    static URI nextLink() {
        try {
            return MAILBOX.nextLink();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
