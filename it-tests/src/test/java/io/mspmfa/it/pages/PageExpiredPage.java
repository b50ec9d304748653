// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Keycloak's own "Page has expired". */
public final class PageExpiredPage extends Screen {

    public static final String ID = "login-login-page-expired";

    public PageExpiredPage(Device device) {
        super(device, ID);
    }

    public Device startAgain() {
        Navigation.clickAndLoad(device().page(), find("#loginRestartLink"));
        return device();
    }

    public Device goOn() {
        Navigation.clickAndLoad(device().page(), find("#loginContinueLink"));
        return device();
    }
}
