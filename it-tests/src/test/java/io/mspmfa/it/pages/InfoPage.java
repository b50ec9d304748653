// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's own information page. */
public final class InfoPage extends Screen {

    public static final String ID = "login-info";

    public InfoPage(Device device) {
        super(device, ID);
    }
}
