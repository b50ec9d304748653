// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.pages.LoginPage;
import io.mspmfa.it.realm.User;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** What all pages of the console have in common. They are parts of one document, so each waits until it is complete. */
public class ConsolePage {
    private final Device device;

    public ConsolePage(Device device) {
        this.device = device;
        awaitContent();
    }

    /** Opens the console of a realm and signs in, to whatever it shows first. */
    public static ConsolePage signIn(Device device, URI console, User user) {
        device.open(console).onceLoaded(LoginPage::new).submit(user.username(), user.password());
        return new ConsolePage(device);
    }

    /** Waits until nothing is on the way any more. */
    public final void awaitContent() {
        Navigation.untilVisible(device.page().locator("main[aria-busy=false]"));
    }

    /** The visible text of the page, without what is around it. */
    public final String text() {
        return page().innerText("main");
    }

    public final String heading() {
        return page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first()
                .innerText();
    }

    /** Where the main navigation leads, by name; empty for people who may go nowhere. */
    public final List<String> places() {
        return find("nav[aria-label='Main navigation'] a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    /** Goes to another place by the main navigation. */
    public final ConsolePage goTo(String place) {
        find("nav[aria-label='Main navigation'] a")
                .filter(new Locator.FilterOptions().setHasText(place))
                .click();
        awaitContent();
        return this;
    }

    /** Opens another place in the console, as a bookmark does. */
    public final ConsolePage open(URI place) {
        device.open(place);
        awaitContent();
        return this;
    }

    /** Waits for a text that belongs to what the page is about. */
    public final ConsolePage awaitText(String text) {
        Navigation.untilVisible(page().locator("main").getByText(text).first());
        return this;
    }

    /** Follows a link in the page by its name. */
    public final ConsolePage follow(String name) {
        page().locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        awaitContent();
        return this;
    }

    /** Presses a button in the page that leads to another one. */
    public final <T> T press(String button, Function<Device, T> next) {
        page().locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return device.on(next);
    }

    public final Device device() {
        return device;
    }

    final Locator find(String selector) {
        return page().locator(selector);
    }

    private Page page() {
        return device.page();
    }
}
