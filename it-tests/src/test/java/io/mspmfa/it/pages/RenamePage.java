// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Self-service: gives a factor another name. */
public final class RenamePage extends Screen {

    public static final String ID = "login-msp-mfa-rename";

    public RenamePage(Device device) {
        super(device, ID);
    }

    public String name() {
        return find("#userLabel").inputValue();
    }

    public Device save(String name) {
        find("#userLabel").fill(name);
        return press("save");
    }

    public Device back() {
        return press("back");
    }
}
