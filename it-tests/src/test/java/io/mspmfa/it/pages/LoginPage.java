// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Asks for user name and password. */
public final class LoginPage extends Screen {

    public static final String ID = "login-login";

    public LoginPage(Device device) {
        super(device, ID);
    }

    public Device submit(String username, String password) {
        find("#username").fill(username);
        return submitPassword(password);
    }

    /** For a repeated login, where the user name is already known. */
    public Device submitPassword(String password) {
        find("#password").fill(password);
        return enter("password");
    }

    public Device register() {
        Navigation.clickAndLoad(device().page(), find("a[href*='/login-actions/registration']"));
        return device();
    }

    public Device forgotPassword() {
        Navigation.clickAndLoad(device().page(), find("a[href*='reset-credentials']"));
        return device();
    }
}
