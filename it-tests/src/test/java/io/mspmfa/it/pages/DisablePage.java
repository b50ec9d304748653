// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Switches two-factor authentication off. */
public final class DisablePage extends Screen {

    public static final String ID = "login-msp-mfa-disable";

    public DisablePage(Device device) {
        super(device, ID);
    }

    public Device submit(String backupCode) {
        find("#backupCode").fill(backupCode);
        return enter("backupCode");
    }

    public Device back() {
        return press("back");
    }
}
