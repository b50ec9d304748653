// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's own page for the code at login. */
public final class StockOtpPage extends Screen {

    public static final String ID = "login-login-otp";

    public StockOtpPage(Device device) {
        super(device, ID);
    }

    public Device submit(String code) {
        find("#otp").fill(code);
        return enter("otp");
    }
}
