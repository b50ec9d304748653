// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Self-service: asks whether to remove a factor. */
public final class RemovePage extends Screen {

    public static final String ID = "login-msp-mfa-remove";

    public RemovePage(Device device) {
        super(device, ID);
    }

    public Device remove() {
        return press("remove");
    }

    public Device back() {
        return press("back");
    }
}
