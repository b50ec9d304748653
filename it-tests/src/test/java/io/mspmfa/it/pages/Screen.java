// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.realm.Texts;

/** What all pages of a login have in common. */
public abstract class Screen {

    private final Device device;
    private final String id;

    Screen(Device device, String pageId) {
        this.device = device;
        this.id = pageId;
        Page page = device.page();
        String shown = page.locator("body").getAttribute("data-page-id");
        assertThat(shown)
                .as(() -> "the page shown, its text: " + page.innerText("body"))
                .isEqualTo(pageId);
    }

    public final String id() {
        return id;
    }

    /** All visible text, with spaces for no-break spaces, which a reader doesn't distinguish either. */
    public final String text() {
        return device.page().innerText("body").replace('\u00a0', ' ');
    }

    public final String html() {
        return device.html();
    }

    /** The general message on the page; empty if there is none. */
    public final String message() {
        return find(".kc-feedback-text, .alert .kc-feedback-text, .pf-v5-c-alert__title").allInnerTexts().stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Asserts the general message, given by its key. */
    public final void expectMessage(String key, Object... arguments) {
        assertThat(message()).isEqualTo(Texts.en(key, arguments));
    }

    /** The error at a field; empty if there is none. */
    public final String errorAt(String field) {
        Locator error = find("#" + field + "-error");
        return error.count() > 0 && error.isVisible() ? error.innerText().strip() : "";
    }

    /** Asserts the error at a field, given by its key; numbers in it are ignored. */
    public final void expectErrorAt(String field, String... possibleKeys) {
        String shown = withoutNumbers(errorAt(field));
        assertThat(possibleKeys)
                .as("error at " + field)
                .anySatisfy(key -> assertThat(shown).isEqualTo(withoutNumbers(Texts.en(key, 0))));
    }

    /** Cancels an action that the app requested. */
    public final Device cancel() {
        return press("cancel-aia");
    }

    /** Leaves the set-up of one method for another. */
    public final Device otherMethod() {
        return press("otherMethod");
    }

    public final boolean offersOtherMethod() {
        return find("[name='otherMethod']").count() > 0;
    }

    public final boolean isCancellable() {
        return find("[name='cancel-aia']").count() > 0;
    }

    final Device device() {
        return device;
    }

    final Locator find(String selector) {
        return device.page().locator(selector);
    }

    /** Presses the submit button of this name. */
    final Device press(String name) {
        Navigation.clickAndLoad(
                device.page(), find("button[name='" + name + "'], input[type=submit][name='" + name + "']"));
        return device;
    }

    final Device press(String name, String value) {
        Navigation.clickAndLoad(device.page(), find("button[name='" + name + "'][value='" + value + "']"));
        return device;
    }

    final Device enter(String field) {
        Navigation.pressAndLoad(device.page(), find("#" + field), "Enter");
        return device;
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("[0-9]+", "#");
    }
}
