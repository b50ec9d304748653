// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Self-service: what is set up, and what may be changed. */
public final class ManagePage extends Screen {

    public static final String ID = "login-msp-mfa-manage";

    public ManagePage(Device device) {
        super(device, ID);
    }

    public boolean offers(String action) {
        return button(action).count() > 0;
    }

    public boolean isGreyedOut(String action) {
        return button(action).isVisible() && button(action).isDisabled();
    }

    /** The visible text that explains why a button is disabled. */
    public String reason(String action) {
        return find("#" + button(action).getAttribute("aria-describedby"))
                .innerText()
                .strip();
    }

    /** The visible text of a factor's row. */
    public String row(String credentialId) {
        return find("li:has([value$=':" + credentialId + "'])").innerText();
    }

    /** @param action of a button; one that is about a factor may do without its id if there is only one such button */
    public Device act(String action) {
        Navigation.clickAndLoad(device().page(), button(action));
        return device();
    }

    /** Presses a disabled button, which the browser's developer tools make possible. */
    public Device actAnyway(String action) {
        button(action).evaluate("button => { button.disabled = false; }");
        return act(action);
    }

    public int remainingBackupCodes() {
        return Integer.parseInt(find("#msp-mfa-backup-remaining").innerText().strip());
    }

    public Device finish() {
        return press("finish");
    }

    private Locator button(String action) {
        return find("[name=action]:is([value='" + action + "'], [value^='" + action + ":'])");
    }
}
