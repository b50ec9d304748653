// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's page that asks for a user name only. */
public final class UsernamePage extends Screen {

    public UsernamePage(Device device) {
        super(device, "login-login-username");
    }

    public Device submit(String username) {
        find("#username").fill(username);
        return enter("username");
    }
}
