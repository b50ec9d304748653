// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;

/** Keycloak's own error page. */
public final class KeycloakErrorPage extends Screen {

    public static final String ID = "login-error";

    public KeycloakErrorPage(Device device) {
        super(device, ID);
    }
}
