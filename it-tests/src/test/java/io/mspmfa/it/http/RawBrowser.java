// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.http;

import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Http.Form;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.net.HttpCookie;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client with cookies that can send anything: forged fields, repeated posts, many requests at once. */
public final class RawBrowser {

    private static final int REDIRECTS = 15;

    private final Tenant tenant;
    private final CookieJar cookies = new CookieJar();
    private @Nullable String forwardedFor;
    private @Nullable URI node;

    public RawBrowser(Tenant tenant) {
        this.tenant = tenant;
    }

    /** From now on, requests come through a proxy that says that they are from there. */
    public RawBrowser from(@Nullable String address) {
        forwardedFor = address;
        return this;
    }

    /** From now on, requests go to this node of the server, as a load balancer may send them. */
    public RawBrowser at(URI address) {
        node = address;
        return this;
    }

    /** Opens the app's login, and submits user name and password. */
    public RawPage login(User user, String... loginParameters) {
        RawPage login = get(TestApp.loginUri(tenant, loginParameters)).expect(LoginPage.ID);
        return post(login, "username", user.username(), "password", user.password());
    }

    public RawPage get(URI uri) {
        Answer answer = remember(request(uri).get());
        for (int i = 0; i < REDIRECTS; i++) {
            Optional<URI> next = answer.location().filter(this::isServer);
            if (next.isEmpty()) {
                return new RawPage(answer);
            }
            answer = remember(request(next.get()).get());
        }
        throw new AssertionError("Redirects without end from " + uri);
    }

    /** Submits the page's form with these fields, {@code name, value, ...}. */
    public RawPage post(RawPage page, String... fields) {
        return post(page.action(), Form.of(fields));
    }

    public RawPage post(URI action, Form form) {
        Answer answer = remember(request(action).form(form));
        Optional<URI> next = answer.location().filter(this::isServer);
        return next.isPresent() ? get(next.get()) : new RawPage(answer);
    }

    /** Submits the page's form, and returns where the answer leads without going there. */
    public URI locationAfter(RawPage page, String... fields) {
        return remember(request(page.action()).form(Form.of(fields)))
                .location()
                .orElseThrow(() -> new AssertionError("The answer leads nowhere"));
    }

    /** Keeps the cookies of a response that was received in another way, as a script in a page would. */
    public void take(Answer answer) {
        cookies.take(answer);
    }

    public boolean hasCookie(String name) {
        return cookies.has(name);
    }

    public void forgetCookie(String name) {
        cookies.remove(name);
    }

    /** The value of the last cookie whose name begins like this. */
    public Optional<String> cookie(String prefix) {
        return cookies.last(prefix).map(HttpCookie::getValue);
    }

    public String cookieName(String prefix) {
        return cookies.last(prefix).orElseThrow().getName();
    }

    public void putCookie(String name, String value, String path) {
        cookies.put(name, value, path);
    }

    public int countCookies(String prefix) {
        return cookies.count(prefix);
    }

    /** As if the browser had been closed and its other cookies deleted. */
    public void keepOnly(String prefix) {
        cookies.keepOnly(prefix);
    }

    private Http request(URI uri) {
        Http request = Http.to(node == null ? uri : node.resolve(pathAndQuery(uri)))
                .header("Cookie", cookies.headerFor(uri))
                .header("User-Agent", "raw");
        return forwardedFor == null ? request : request.header("X-Forwarded-For", forwardedFor);
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private Answer remember(Answer answer) {
        cookies.take(answer);
        return answer;
    }

    private boolean isServer(URI uri) {
        return uri.getPort() == tenant.server().base().getPort();
    }
}
