// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.registration;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.pages.RegisterPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** What the tests of registration share. */
final class Registration {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Registration() {}

    static void allow(Tenant tenant) {
        tenant.change(realm -> realm.put("registrationAllowed", true));
    }

    /** Someone who has no account yet. */
    static User newcomer() {
        String username = "grace" + PEOPLE.incrementAndGet();
        return new User("", username, username + "@acme.test", "correct horse battery staple");
    }

    /** To where an app sends people who register. */
    static URI uri(Tenant tenant, String... parameters) {
        return URI.create(TestApp.loginUri(tenant, parameters).toString().replace("/auth?", "/registrations?"));
    }

    /** Registers without opting in. */
    static Device register(Device device, User newcomer) {
        device.open(uri(device.tenant()));
        return device.on(RegisterPage::new).fill(newcomer).submit();
    }

    /** Registers with the box ticked. */
    static Device registerOptingIn(Device device, User newcomer) {
        device.open(uri(device.tenant()));
        return device.on(RegisterPage::new).fill(newcomer).tick().submit();
    }

    /** Fills in the page's form without a browser, with further fields, {@code name, value, ...}, and submits it. */
    static RawPage submit(RawBrowser browser, RawPage page, User newcomer, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "username",
                newcomer.username(),
                "email",
                newcomer.email(),
                "firstName",
                "Grace",
                "lastName",
                "Hopper",
                "password",
                newcomer.password(),
                "password-confirm",
                newcomer.password()));
        fields.addAll(List.of(more));
        return browser.post(page.expect(RegisterPage.ID), fields.toArray(new String[0]));
    }

    /** Whether there is such an account now. */
    static boolean hasAccount(Tenant tenant, User newcomer) {
        return !tenant.admin().get(search(tenant, newcomer)).isEmpty();
    }

    /** The account that someone has registered. */
    static User account(Tenant tenant, User newcomer) {
        String id =
                tenant.admin().get(search(tenant, newcomer)).path(0).path("id").asText();
        return new User(id, newcomer.username(), newcomer.email(), newcomer.password());
    }

    /** The required actions of a user. */
    static List<String> pending(Tenant tenant, User user) {
        var actions = tenant.admin().get(tenant.userPath(user)).path("requiredActions");
        return StreamSupport.stream(actions.spliterator(), false)
                .map(action -> action.asText())
                .toList();
    }

    private static String search(Tenant tenant, User newcomer) {
        return "/" + tenant.name() + "/users?exact=true&username=" + newcomer.username();
    }
}
