// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's own page for a new password. */
public final class UpdatePasswordPage extends Screen {

    public static final String ID = "login-login-update-password";

    public UpdatePasswordPage(Device device) {
        super(device, ID);
    }

    public Device submit(String password) {
        find("#password-new").fill(password);
        find("#password-confirm").fill(password);
        return enter("password-confirm");
    }
}
