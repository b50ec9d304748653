// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import com.microsoft.playwright.Locator;
import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;
import io.mspmfa.it.realm.User;

/** Keycloak's registration page, with our part. */
public final class RegisterPage extends Screen {

    public static final String ID = "login-register";

    /** The name of the checkbox. */
    public static final String OPT_IN = "msp-mfa-opt-in";

    public RegisterPage(Device device) {
        super(device, ID);
    }

    public RegisterPage fill(User newcomer) {
        find("#username").fill(newcomer.username());
        find("#email").fill(newcomer.email());
        find("#firstName").fill("Grace");
        find("#lastName").fill("Hopper");
        return fillPassword(newcomer.password());
    }

    /** The page forgets passwords when it is shown again. */
    public RegisterPage fillPassword(String password) {
        find("#password").fill(password);
        find("#password-confirm").fill(password);
        return this;
    }

    /** How many of our boxes there are. */
    public int boxes() {
        return box().count();
    }

    /** What the label of the box says. */
    public String label() {
        return find("label[for='msp-mfa-opt-in-box']").innerText().strip();
    }

    public boolean isTicked() {
        return box().isChecked();
    }

    public RegisterPage tick() {
        box().check();
        return this;
    }

    public RegisterPage untick() {
        box().uncheck();
        return this;
    }

    public Device submit() {
        Navigation.clickAndLoad(
                device().page(),
                find("form[action*='/login-actions/registration'] :is([type=submit], button:not([type]))"));
        return device();
    }

    private Locator box() {
        return find("input[name='" + OPT_IN + "']");
    }
}
