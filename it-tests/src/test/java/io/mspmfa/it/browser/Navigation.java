// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForNavigationOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;

/** All waiting in these tests. Every step of a login is a new document, so "done" means that it has loaded. */
public final class Navigation {

    private static final double LIMIT_MILLIS = 20_000;

    private Navigation() {}

    public static void clickAndLoad(Page page, Locator button) {
        load(page, button::click);
    }

    public static void pressAndLoad(Page page, Locator field, String key) {
        load(page, () -> field.press(key));
    }

    /** Does something that leads to another document, and waits for that document. */
    @SuppressWarnings("deprecation") // its replacement waits for an address, and all steps here have the same one
    public static void load(Page page, Runnable action) {
        page.waitForNavigation(
                new WaitForNavigationOptions().setTimeout(LIMIT_MILLIS).setWaitUntil(WaitUntilState.LOAD), action);
    }

    public static void untilVisible(Locator element) {
        element.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(LIMIT_MILLIS));
    }

    /** For elements that are drawn by something else, such as the box of a switch. */
    public static void untilThere(Locator element) {
        element.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(LIMIT_MILLIS));
    }

    public static void untilGone(Locator element) {
        element.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.HIDDEN)
                .setTimeout(LIMIT_MILLIS));
    }
}
