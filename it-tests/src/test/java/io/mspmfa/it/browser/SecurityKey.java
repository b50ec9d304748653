// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A security key in a device's USB port: Chromium's virtual authenticator, which confirms automatically. */
public final class SecurityKey {

    private final CDPSession session;
    private final String id;

    private SecurityKey(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Plugs in a key that is available to all pages of the current tab. */
    public static SecurityKey plugInto(Device device) {
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
        JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", parameters);
        return new SecurityKey(session, added.get("authenticatorId").getAsString());
    }

    /** Takes it away. */
    public void unplug() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        session.send("WebAuthn.removeVirtualAuthenticator", parameters);
    }

    /** From now on it is in the hands of somebody who doesn't know its PIN. */
    public void steal() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.addProperty("isUserVerified", false);
        session.send("WebAuthn.setUserVerified", parameters);
    }
}
