// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.pages;

import io.mspmfa.it.browser.Device;
import io.mspmfa.it.browser.Navigation;

/** Keycloak's pages that wait for a security key to be touched. */
public final class SecurityKeyPage extends Screen {

    private static final String REGISTER = "login-webauthn-register";
    private static final String AUTHENTICATE = "login-webauthn-authenticate";

    private final String button;

    private SecurityKeyPage(Device device, String id, String button) {
        super(device, id);
        this.button = button;
    }

    /** The page on which a key is registered. */
    public static SecurityKeyPage register(Device device) {
        return new SecurityKeyPage(device, REGISTER, "#registerWebAuthn");
    }

    /** The page on which the key is requested. */
    public static SecurityKeyPage authenticate(Device device) {
        return new SecurityKeyPage(device, AUTHENTICATE, "#authenticateWebAuthnButton");
    }

    /** Touches the key. */
    public Device touch() {
        Navigation.clickAndLoad(device().page(), find(button));
        return device();
    }
}
