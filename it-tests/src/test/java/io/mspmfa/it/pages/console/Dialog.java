// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.pages.CloseUp;
import io.mspmfa.it.pages.QrReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A question above a page. */
public final class Dialog {
    private static final double LONG_MILLIS = 300_000;

    private final Device device;

    Dialog(Device device) {
        this.device = device;
        Navigation.untilVisible(root());
    }

    public String text() {
        return root().innerText();
    }

    /** Waits for a text in it. */
    public Dialog awaitText(String text) {
        Navigation.untilVisible(root().getByText(text).first());
        return this;
    }

    public Dialog fill(String field, String value) {
        root().getByLabel(field).fill(value);
        return this;
    }

    /** What is said to be wrong with a field, or how to fill it in. */
    public String hint(String field) {
        return root().locator("#" + root().getByLabel(field).getAttribute("aria-describedby"))
                .innerText();
    }

    public Dialog press(String button) {
        button(button).click();
        return this;
    }

    /** Presses a button twice as fast as hands can. */
    public Dialog pressTwice(String button) {
        button(button).dblclick();
        return this;
    }

    /** Presses the button that ends it. */
    public void close(String button) {
        press(button);
        Navigation.untilGone(root());
    }

    /** Hands over a file, as if it was chosen from a disk. */
    public Dialog upload(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        root().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", bytes));
        return this;
    }

    /** Waits for a text, for as long as many calls or a long list may take. */
    public Dialog awaitEnd(String text) {
        root().getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(LONG_MILLIS));
        return this;
    }

    /** Presses a button that saves a file, and returns its text. */
    public String download(String button) {
        return UsersTab.read(device.page().waitForDownload(() -> press(button)));
    }

    /** The link that it shows as a text. */
    public URI link() {
        return URI.create(root().locator(".mfa-link input").inputValue());
    }

    /** What a camera reads from the picture in it. */
    public URI scanned() {
        return URI.create(QrReader.read(CloseUp.of(device.page(), root().locator(".mfa-qr"))));
    }

    private Locator button(String name) {
        return root().locator(".pf-v5-c-modal-box__footer, .mfa-run")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator root() {
        return device.page().locator("[role=dialog]");
    }
}
