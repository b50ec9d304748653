// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One person's browser with its own cookies. */
public final class Device {

    private final Tenant tenant;
    private final BrowserContext context;
    private final Look look;
    private final Troubles troubles = new Troubles();
    private Page page;

    Device(Tenant tenant, BrowserContext context, Look look) {
        this.tenant = tenant;
        this.context = context;
        this.look = look;
        troubles.watch(context);
        this.page = context.newPage();
    }

    /** From now on, requests come through a proxy that says that they are from there. */
    public Device from(String address) {
        context.setExtraHTTPHeaders(Map.of("X-Forwarded-For", address));
        return this;
    }

    /** From now on, requests go to this node of the server, as a load balancer may send them; redirects to the first. */
    public Device at(URI node) {
        String server = tenant.server().base().toString();
        String everything = "**/*";
        context.unroute(everything);
        context.route(everything, route -> {
            String url = route.request().url();
            route.resume(
                    url.startsWith(server)
                            ? new Route.ResumeOptions().setUrl(node + url.substring(server.length()))
                            : new Route.ResumeOptions());
        });
        return this;
    }

    /** Opens the app's login and submits user name and password; {@link #on} checks what comes next. */
    public Device login(User user, String... loginParameters) {
        open(TestApp.loginUri(tenant, loginParameters));
        on(LoginPage::new).submit(user.username(), user.password());
        return this;
    }

    public Device open(URI uri) {
        page.navigate(uri.toString());
        return this;
    }

    /** Opens the app's login with exactly these query parameters. */
    public Device openApp(String... loginParameters) {
        return open(TestApp.loginUri(tenant, loginParameters));
    }

    /** The current page; the constructor fails if it is a different one. */
    public <T> T on(Function<Device, T> pageObject) {
        return pageObject.apply(this);
    }

    /** Puts the browser's clock under control, for {@link #whileTimePasses}; to be called before the page is opened. */
    public Device withControlledClock() {
        page.clock().install();
        return this;
    }

    /** Lets time pass on the server and in the page, until the page moves on by itself. */
    public Device whileTimePasses(Duration time) {
        tenant.clock().forward(time);
        Navigation.load(page, () -> page.clock().fastForward(time.toMillis()));
        return this;
    }

    /** A page to which a script leads, as in the account console. */
    public <T> T onceLoaded(Function<Device, T> pageObject) {
        Navigation.untilVisible(page.locator("body[data-page-id^='login']"));
        return on(pageObject);
    }

    /** Opens another tab; the earlier ones stay open. */
    public Device newTab() {
        page = context.newPage();
        return this;
    }

    public List<Page> tabs() {
        return context.pages();
    }

    public Device toTab(int index) {
        page = context.pages().get(index);
        return this;
    }

    /** Takes the cookies of a response that something else got. */
    public Device take(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue())
                    .setDomain(answer.uri().getHost())
                    .setPath(cookie.getPath())));
        }
        return this;
    }

    /** As if the browser had been closed and opened again: what belongs to the session is gone. */
    public Device closeSession() {
        List<Cookie> kept = context.cookies().stream()
                .filter(cookie -> cookie.name.startsWith("MSP_MFA_"))
                .toList();
        context.clearCookies();
        context.addCookies(kept);
        return this;
    }

    public Device reload() {
        page.reload();
        return this;
    }

    public Device back() {
        page.goBack();
        return this;
    }

    /**
     * Shows the same page in other colours and another width, as when a window is resized; returns when both have been
     * applied.
     */
    public Device turnTo(Look other) {
        page.setViewportSize(other.width(), Look.HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(other.colours()));
        page.evaluate("() => Promise.allSettled(document.getAnimations()"
                + ".filter(one => !one.effect.pseudoElement && one.effect.getComputedTiming().endTime !== Infinity)"
                + ".map(one => one.finished))");
        return this;
    }

    public Page page() {
        return page;
    }

    public Look look() {
        return look;
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The id of the current page, for tests that accept any page. */
    public String pageId() {
        return page.locator("body").getAttribute("data-page-id");
    }

    public String html() {
        return page.content();
    }

    /** Every address that this device has requested. */
    public List<String> addresses() {
        return List.copyOf(troubles.addresses());
    }

    /** Saves a picture of the whole page in {@code target/screens}, for people to look at. */
    public Device screenshot(String name) {
        save(Settings.target().resolve("screens"), name);
        return this;
    }

    List<String> troubles() {
        return troubles.seen();
    }

    void saveEvidence(String name) {
        Path folder = Settings.target().resolve("failures");
        for (int i = 0; i < tabs().size(); i++) {
            toTab(i);
            save(folder, name + "-tab" + i);
            write(folder.resolve(name + "-tab" + i + ".html"), page.url() + "\n" + html());
        }
    }

    void close() {
        context.close();
    }

    private void save(Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
