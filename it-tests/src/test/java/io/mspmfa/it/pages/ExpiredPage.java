// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Says that the QR code has expired. */
public final class ExpiredPage extends Screen {

    public static final String ID = "login-msp-mfa-expired";

    public ExpiredPage(Device device) {
        super(device, ID);
    }

    public Device again() {
        return press("again");
    }
}
