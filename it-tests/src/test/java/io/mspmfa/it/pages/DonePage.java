// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** The confirmation after setting up, or after using a backup code. */
public final class DonePage extends Screen {

    public static final String ID = "login-msp-mfa-done";

    public DonePage(Device device) {
        super(device, ID);
    }

    public Device finish() {
        return press("finish");
    }

    public boolean offersNewCodes() {
        return find("[name=newCodes]").count() > 0;
    }

    public Device newCodes() {
        return press("newCodes");
    }
}
