// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A security key in a device's USB port: Chromium's virtual authenticator, which confirms automatically. */
public final class SecurityKey {

    private SecurityKey() {}

    /** Plugs in a key that is available to all pages of the current tab. */
    public static void plugInto(Device device) {
        CDPSession session = device.page().context().newCDPSession(device.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
    }
}
